import { type Action, REFUSALS } from '../loop/actions.ts';
import { describeEntry, type Entry, tellTime } from '../loop/diary.ts';
import type { ImportReport } from '../loop/import-subscribers.ts';
import type { Performed } from './loop-host.ts';

/** More of what happened than this is read in the diary. */
const MOST_SENTENCES = 3;

type NameOf = (variant: string) => string;

/** What an action did, or why it was refused, for whoever pressed the button. */
export function tellPerformed(
  action: Action,
  { outcome, entries }: Performed,
  now: number,
  nameOf: NameOf,
): string {
  if (!outcome.ok) return REFUSALS[outcome.reason];
  if (action.kind === 'wait') return tellSkip(entries, now, nameOf);
  if (action.kind === 'set-trigger')
    return 'The flow is triggered by "Subscribed to Back in Stock".';
  return tellEntries(entries, nameOf);
}

function tellSkip(entries: readonly Entry[], now: number, nameOf: NameOf): string {
  const time = `It is ${tellTime(now)} now.`;
  if (entries.length === 0) return `${time} Nothing happened in the meantime.`;
  return `${time} ${tellEntries(entries, nameOf)}`;
}

function tellEntries(entries: readonly Entry[], nameOf: NameOf): string {
  if (entries.length > MOST_SENTENCES) {
    return `${entries.length} things happened: the diary tells them.`;
  }
  return entries.map((entry) => describeEntry(entry, nameOf)).join(' ');
}

export const NO_BATCH_DUE =
  'No batch is due: nobody waits for a variant that was notified before and is in stock.';

export const BEGAN_AGAIN =
  'The loop begins again: nobody is subscribed, the stock is that of the first day, and the clock shows the real time.';

export const NOT_KEPT = 'This could not be kept, so nothing was done.';

export function tellImport({ subscribed, refused }: ImportReport): string {
  const lines = refused.length === 1 ? '1 line was' : `${refused.length} lines were`;
  const subscribers = subscribed === 1 ? '1 subscriber was' : `${subscribed} subscribers were`;
  return `${subscribers} imported, ${lines} refused.`;
}
