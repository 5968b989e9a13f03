import { z } from 'zod';
import { DAY } from './clock.ts';
import type { ListedVariant } from './inventory.ts';
import { type Rules, rulesSchema } from './rules.ts';

/** How often a report is sent: each day, each seven days, or on the same day of each month. */
export type Frequency = 'daily' | 'weekly' | 'monthly';

/** One line of an import. */
export interface ImportedSubscriber {
  readonly email: string;
  /** Id or SKU. */
  readonly variant: string;
}

/** Everything that anybody can do to a loop. A loop is what its actions have made of it, and nothing else. */
export type Action =
  /** The catalogue is synchronised. Variants that the loop knows keep their stock. */
  | { readonly kind: 'list'; readonly variants: readonly ListedVariant[] }
  | {
      readonly kind: 'subscribe';
      readonly email: string;
      /** Id or SKU. */
      readonly variant: string;
      readonly store?: string | undefined;
    }
  | {
      readonly kind: 'import';
      readonly subscribers: readonly ImportedSubscriber[];
      /** How many lines of the file could not be read as a subscriber. */
      readonly unreadable?: number | undefined;
    }
  | { readonly kind: 'sell' | 'restock'; readonly variant: string; readonly units: number }
  | { readonly kind: 'change-rules'; readonly rules: Rules }
  | { readonly kind: 'set-smart-sending'; readonly smartSending: boolean }
  /** A merchant tries to start the flow by a metric. */
  | { readonly kind: 'set-trigger'; readonly metric: string }
  | { readonly kind: 'schedule-report'; readonly email: string; readonly frequency: Frequency }
  | { readonly kind: 'cancel-report'; readonly report: number }
  | { readonly kind: 'wait'; readonly milliseconds: number };

/** Why nothing was done. */
export type Refusal =
  | 'unknown-variant'
  | 'already-subscribed'
  | 'not-enough-stock'
  | 'no-event-yet'
  | 'custom-metric'
  | 'unknown-report';

/** What a merchant is told of it. */
export const REFUSALS: Readonly<Record<Refusal, string>> = {
  'unknown-variant': 'No variant of the catalogue has this id or SKU, so no event is created.',
  'already-subscribed': 'This profile waits for this variant already, so no event is created.',
  'not-enough-stock': 'There are not so many units in stock.',
  'no-event-yet':
    'The back in stock settings appear after the first "Subscribed to Back in Stock" event.',
  'custom-metric':
    'A custom metric cannot trigger a back in stock flow. Only Klaviyo\'s "Subscribed to Back in Stock" can.',
  'unknown-report': 'No such report is scheduled.',
};

export type Outcome =
  | {
      readonly ok: true;
      /** For an import: what became of each line. */
      readonly lines?: readonly Outcome[];
    }
  | { readonly ok: false; readonly reason: Refusal };

/** No text of an action is longer, so that a file with one can be read again. */
export const LONGEST_TEXT = 1000;

const text = z.string().min(1).max(LONGEST_TEXT);
const units = z.int().min(1).max(1_000_000);
const quantity = z.int().min(0).max(1_000_000);

/**
 * For what comes from outside: the console's requests, and a file that was kept. Whether a shopper's address is one has been
 * decided by whoever answered the shopper.
 */
export const actionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('list'),
    variants: z.array(z.strictObject({ id: text, sku: text, quantity })),
  }),
  z.strictObject({
    kind: z.literal('subscribe'),
    email: text,
    variant: text,
    store: text.optional(),
  }),
  z.strictObject({
    kind: z.literal('import'),
    subscribers: z.array(z.strictObject({ email: text, variant: text })),
    unreadable: z.int().min(0).optional(),
  }),
  z.strictObject({ kind: z.enum(['sell', 'restock']), variant: text, units }),
  z.strictObject({ kind: z.literal('change-rules'), rules: rulesSchema }),
  z.strictObject({ kind: z.literal('set-smart-sending'), smartSending: z.boolean() }),
  z.strictObject({ kind: z.literal('set-trigger'), metric: text }),
  z.strictObject({
    kind: z.literal('schedule-report'),
    email: z.email(),
    frequency: z.enum(['daily', 'weekly', 'monthly']),
  }),
  z.strictObject({ kind: z.literal('cancel-report'), report: z.int().min(1) }),
  z.strictObject({
    kind: z.literal('wait'),
    milliseconds: z
      .int()
      .min(0)
      .max(366 * DAY),
  }),
]) satisfies z.ZodType<Action>;
