import { type Dispose, guard } from '../guard.ts';
import { readAnswer, readKept } from './kept.ts';
import type { OutboxEvents } from './outbox.ts';
import type { Result } from './result.ts';

// All tabs of the shop share the kept subscriptions. One of them sends them, and the others learn what became of theirs.

/** What shoppers sent from this page, and what the outbox reports about it. */
export interface SentHere {
  /** The keys of the subscriptions that shoppers sent from this page and that are still kept. */
  readonly unanswered: Set<string>;
  readonly events: OutboxEvents;
}

/** The result of a subscription that is no longer kept and was not sent. */
const GONE: Result = { ok: false, reason: 'aborted' };

/** Reports the subscriptions of this page that other tabs send or drop. */
export function hearOtherTabs(sent: SentHere): Dispose {
  const hear = guard(({ key, newValue }: StorageEvent) => {
    // An event without a key means that all storage was cleared.
    if (key === null) return reportGone(sent);
    if (!sent.unanswered.has(key)) return;
    const answer = readAnswer(newValue ?? '');
    if (answer) reportEnded(sent, key, answer);
    else if (newValue === null) reportGone(sent, [key]);
  });
  addEventListener('storage', hear);
  return () => removeEventListener('storage', hear);
}

/** Reports a subscription of this page that is no longer kept, because of another tab, its age or emptied storage. */
export function reportEnded({ unanswered, events }: SentHere, key: string, result: Result): void {
  if (unanswered.delete(key)) events.answeredElsewhere?.(key, result);
}

/** Reports those of these subscriptions that are no longer kept; by default of all that were sent from this page. Never throws. */
export const reportGone = guard(
  (sent: SentHere, keys: Iterable<string> = sent.unanswered): void => {
    for (const key of keys) if (!readKept(key, sent.events.expired)) reportEnded(sent, key, GONE);
  },
);

/**
 * Calls `run` under a lock of this name. In mode `exclusive` it does not call `run` when another tab has the lock. In mode
 * `shared` it always calls `run`, and keeps exclusive calls out. Browsers have locks on secure pages only; elsewhere it
 * calls `run` without one, which may send a subscription twice and does no harm. It calls `run` only once even if it fails.
 */
export async function runLocked<Result>(
  name: string,
  mode: LockMode,
  run: () => Promise<Result>,
): Promise<Result | undefined> {
  let ran: Promise<Result> | undefined;
  const runOnce = () => {
    ran ??= run();
    return ran;
  };
  try {
    return await navigator.locks.request(name, { mode, ifAvailable: true }, async (lock) =>
      lock || mode === 'shared' ? runOnce() : undefined,
    );
  } catch {
    return runOnce();
  }
}
