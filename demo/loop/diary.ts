import type { Frequency, Refusal } from './actions.ts';
import { REFUSALS } from './actions.ts';
import type { Rules } from './rules.ts';
import type { Subscription } from './subscriptions.ts';

/** Something that happened, for the timeline of the console. */
export type Entry = Subscription | OtherEntry;

type OtherEntry = { readonly at: number } & (
  | { readonly kind: 'listed'; readonly variants: number }
  | { readonly kind: 'imported'; readonly subscribed: number; readonly refused: number }
  | {
      readonly kind: 'sold' | 'restocked';
      readonly variant: string;
      readonly units: number;
      /** What is in stock after it. */
      readonly quantity: number;
    }
  | {
      /** A restock during the wait after a batch. */
      readonly kind: 'counts-later';
      readonly variant: string;
      readonly waitUntil: number;
    }
  | {
      readonly kind: 'batch';
      readonly variant: string;
      /** What was in stock. */
      readonly quantity: number;
      /** Who left the delay, the oldest first. The state of each says whether the message was sent. */
      readonly subscriptions: readonly Subscription[];
      readonly stillWaiting: number;
      /** When the next one is due; `undefined` where nobody has to wait for one. */
      readonly waitUntil: number | undefined;
    }
  | {
      /** A restock or the end of a wait that notifies nobody. */
      readonly kind: 'no-batch';
      readonly variant: string;
      readonly reason: 'below-minimum' | 'nobody-waiting';
      readonly quantity: number;
      readonly waiting: number;
    }
  | { readonly kind: 'rules-changed'; readonly rules: Rules }
  | { readonly kind: 'smart-sending-set'; readonly smartSending: boolean }
  | {
      readonly kind: 'report-scheduled' | 'report-cancelled' | 'report-sent';
      readonly report: number;
      readonly email: string;
      readonly frequency: Frequency;
    }
  | { readonly kind: 'refused'; readonly action: string; readonly reason: Refusal }
);

function describeRules({ minimumInventory, customersPerUnit, waitHours }: Rules): string {
  const minimum = `Notify at ${count(minimumInventory, 'unit')} or more`;
  if (customersPerUnit === 'all') return `${minimum}: all customers.`;
  return `${minimum}: ${count(customersPerUnit, 'customer')} for each unit, then wait ${count(waitHours, 'hour')}.`;
}

function describeBatch(entry: Entry & { kind: 'batch' }, name: string): string {
  const { subscriptions, quantity, stillWaiting, waitUntil } = entry;
  const notified = subscriptions.filter(({ state }) => state === 'notified').length;
  const skipped = subscriptions.length - notified;
  return [
    `${count(notified, 'shopper')} notified that ${name} is back, with ${count(quantity, 'unit')} in stock.`,
    skipped > 0 ? ` Smart sending skipped ${skipped}.` : '',
    stillWaiting > 0 ? ` ${stillWaiting} still waiting.` : '',
    waitUntil === undefined ? '' : ` No other batch before ${tellTime(waitUntil)}.`,
  ].join('');
}

/** One sentence or a few for a merchant. `nameOf` gives the name of a variant by its id. */
export function describeEntry(entry: Entry, nameOf: (variant: string) => string): string {
  switch (entry.kind) {
    case 'listed':
      return `Catalogue synchronised: ${count(entry.variants, 'new variant')}.`;
    case 'subscribed':
      return `${entry.profile.email} subscribed to ${nameOf(entry.variant)}.`;
    case 'imported':
      return `${count(entry.subscribed, 'subscriber')} imported, ${count(entry.refused, 'line')} refused.`;
    case 'sold':
    case 'restocked':
      return `${count(entry.units, 'unit')} of ${nameOf(entry.variant)} ${entry.kind}, now ${entry.quantity} in stock.`;
    case 'counts-later':
      return `${nameOf(entry.variant)} waits for its next batch: this restock counts at ${tellTime(entry.waitUntil)}.`;
    case 'batch':
      return describeBatch(entry, nameOf(entry.variant));
    case 'no-batch':
      return entry.reason === 'nobody-waiting'
        ? `Nobody waits for ${nameOf(entry.variant)}.`
        : `${count(entry.quantity, 'unit')} of ${nameOf(entry.variant)} in stock is below the minimum inventory: ${entry.waiting} still waiting.`;
    case 'rules-changed':
      return `Back in stock settings: ${describeRules(entry.rules)}`;
    case 'smart-sending-set':
      return `Smart sending turned ${entry.smartSending ? 'on' : 'off'}.`;
    case 'report-scheduled':
      return `${entry.email} gets the report from now on, ${entry.frequency}.`;
    case 'report-cancelled':
      return `${entry.email} gets the ${entry.frequency} report no more.`;
    case 'report-sent':
      return `The ${entry.frequency} report was sent to ${entry.email}.`;
    case 'refused':
      return REFUSALS[entry.reason];
  }
}

/** Virtual time is told in UTC, so that it reads the same everywhere. */
export function tellTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
