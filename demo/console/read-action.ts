import { z } from 'zod';
import { type Action, actionSchema } from '../loop/actions.ts';

/** What a form on the console asks for. */
export type Wish =
  | { readonly kind: 'skip-to-next-batch' }
  | (Action & { readonly kind: ConsoleKind });

/** What a merchant and a shopper can do. The catalogue is listed by the demo itself, and a file has a form of its own. */
type ConsoleKind = Exclude<Action['kind'], 'list' | 'import'>;

export type ReadWish =
  | { readonly ok: true; readonly wish: Wish }
  | { readonly ok: false; readonly mistake: string };

type Fields = Readonly<Record<string, unknown>>;

/** Whatever is no number stays as it is, so that the schema refuses it. */
function readNumber(text: unknown): unknown {
  return typeof text === 'string' && /^\d+$/.test(text.trim()) ? Number(text) : text;
}

/** A box that is not ticked is not sent. */
function readTicked(text: unknown): boolean {
  return text === 'true' || text === 'on';
}

/** How the fields of each form become an action. The schema of actions decides whether it is one. */
const READERS: Readonly<Record<string, (fields: Fields) => unknown>> = {
  sell: readStockChange,
  restock: readStockChange,
  subscribe: ({ action, email, variant }) => ({ kind: action, email, variant }),
  'change-rules': ({ action, minimumInventory, customersPerUnit, waitHours }) => ({
    kind: action,
    rules: {
      minimumInventory: readNumber(minimumInventory),
      customersPerUnit: readNumber(customersPerUnit),
      waitHours: readNumber(waitHours),
    },
  }),
  'set-smart-sending': ({ action, smartSending }) => ({
    kind: action,
    smartSending: readTicked(smartSending),
  }),
  'set-trigger': ({ action, metric }) => ({ kind: action, metric }),
  'schedule-report': ({ action, email, frequency }) => ({ kind: action, email, frequency }),
  'cancel-report': ({ action, report }) => ({ kind: action, report: readNumber(report) }),
  skip: ({ milliseconds }) => ({ kind: 'wait', milliseconds: readNumber(milliseconds) }),
};

function readStockChange({ action, variant, units }: Fields): unknown {
  return { kind: action, variant, units: readNumber(units) };
}

/** What is wrong with a field, by the last part of its name. */
const MISTAKES: Readonly<Record<string, string>> = {
  units: 'The number of units must be a whole number from 1 to 1,000,000.',
  variant: 'Choose a variant.',
  email: 'This is no e-mail address.',
  minimumInventory: 'The minimum inventory must be a whole number from 1 to 1,000,000.',
  customersPerUnit:
    'Customers to notify for each unit must be a whole number from 1 to 1,000,000, or all customers.',
  waitHours: 'The wait time must be a whole number of hours from 1 to 8,784.',
  metric: 'Choose a metric.',
  frequency: 'A report is sent daily, weekly or monthly.',
  report: 'No such report is scheduled.',
  milliseconds: 'The clock can be set forward by up to 366 days at once.',
};

const UNKNOWN = 'The console has no such action.';

/** Reads the fields of a form on the console. */
export function readWish(fields: Fields): ReadWish {
  const { action } = fields;
  if (action === 'skip-to-next-batch') return { ok: true, wish: { kind: action } };
  if (typeof action !== 'string' || !Object.hasOwn(READERS, action)) {
    return { ok: false, mistake: UNKNOWN };
  }
  const { data, error } = wishSchema.safeParse(READERS[action]?.(fields));
  if (data) return { ok: true, wish: data as Wish };
  const place = error?.issues[0]?.path.at(-1);
  return { ok: false, mistake: MISTAKES[String(place)] ?? UNKNOWN };
}

/** Klaviyo's API refuses what is no address before it comes to an event. The console does the same. */
const wishSchema = actionSchema.refine(
  (action) => action.kind !== 'subscribe' || z.email().safeParse(action.email).success,
  { path: ['email'] },
);
