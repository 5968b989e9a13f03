import type { Configuration } from '../configuration/options.ts';
import { type Dispose, guard } from '../guard.ts';
import type { Offer } from '../product/product.ts';
import {
  type Subscription,
  type ValidSubscription,
  validateSubscription,
} from '../validation/subscription.ts';
import {
  drop,
  dropAnswered,
  type Kept,
  keep,
  keyOf,
  listKept,
  note,
  readAnswer,
  readKept,
} from './kept.ts';
import { adviseMerchant, type FailureReason, type Result } from './result.ts';
import { LONGEST_TIME, pauseAfter, type Retrying, waitAfter } from './retry.ts';
import { sendSubscription } from './send-subscription.ts';

/** What became of a subscription; `kept` is its key when it is kept and will be sent later. */
export type Delivered = Result & { readonly kept?: string | undefined };

/** Sends subscriptions, and keeps those that cannot be sent now. */
export interface Outbox {
  /** Sends a subscription while the shopper waits. Never rejects. */
  deliver(fields: Subscription, offer: Offer, waiting: Waiting): Promise<Delivered>;
  /** Sends what is kept, unless another tab is at it. */
  sendKept(): void;
  destroy: Dispose;
}

/** What the outbox tells of what is kept. */
export interface OutboxEvents {
  /** It has got its answer. */
  readonly answered: (key: string, offer: Offer, result: Result) => void;
  /**
   * What was kept on this page has got its answer in another tab, where it has been told; or it will get none any more,
   * because it was stopped there, has become too old, or the storage was emptied.
   */
  readonly answeredElsewhere?: (key: string, result: Result) => void;
  /** It has grown too old, and will not be sent. */
  readonly expired?: (offer: Offer) => void;
}

/** How a shopper waits: `signal` ends it, `onRetry` tells that it takes longer. */
export type Waiting = Omit<Retrying, 'retries'>;

/** With this reason the shopper ends it for good; what is just closed is sent later. */
export const STOPPED = 'stopped';

/** Answers about a field: the same will never be accepted. */
const FINAL: readonly FailureReason[] = ['invalid', 'refused', 'fieldMissing'];

const isFinal = (result: Result) => result.ok || FINAL.includes(result.reason);

/** Browsers that may all send from the same moment on spread over this time at least, in milliseconds. */
const SPREAD = 30_000;

/** What is under way has its answer this long after the time for it has run out, in milliseconds, or gets none any more. */
const MARGIN = 5000;

/** What another tab has done is told by an event within this time, also in a tab that was frozen, in milliseconds. */
const LATEST_EVENT = 1000;

/** What becomes of something that is kept no longer, and has not been sent. */
const GONE: Result = { ok: false, reason: 'aborted' };

/** Only one tab at a time sends what is kept. */
const LOCK = 'back-in-stock';

/** What was noted of a subscription before it was sent. */
type Before = Pick<Kept, 'tries' | 'notBefore'>;

/** Whoever has no network has troubled nobody, and need not wait once there is one. */
const hasReachedNobody = (result: Result) => !result.ok && result.reason === 'offline';

/** What is noted of a failure; a longer time that a server has asked for, now or before, holds. */
function afterFailure({ tries }: Kept, result: Result, before: Before): Before {
  const asked = 'retryAfter' in result ? (result.retryAfter ?? 0) : 0;
  const notBefore = Date.now() + Math.max(waitAfter(tries), asked);
  return { tries, notBefore: Math.max(before.notBefore, notBefore) };
}

/**
 * Makes the outbox. A subscription is kept from the moment it is sent until there is an answer, so that it is not lost
 * when the page is left in between.
 */
export function createOutbox(
  { api, endpoint, timeout, retries, outbox: isOn }: Configuration,
  { answered, answeredElsewhere, expired }: OutboxEvents,
): Outbox {
  const leaving = new AbortController();
  /** The keys of what shoppers have sent from this page, and what is still kept. */
  const unanswered = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let goneTimer: ReturnType<typeof setTimeout> | undefined;

  async function sendNow(subscription: ValidSubscription, retrying: Retrying): Promise<Result> {
    const result = await sendSubscription(subscription, {
      api,
      endpoint,
      timeout,
      lifetime: leaving.signal,
      ...retrying,
    });
    adviseMerchant(result);
    return result;
  }

  /**
   * What is noted before something is sent, so that nobody else sends it meanwhile, and so that a page that is left in
   * between counts as a failure. A longer time that a server has asked for before holds.
   */
  function underWay({ tries, notBefore }: Before): Before {
    const end = Date.now() + Math.max(waitAfter(tries + 1), LONGEST_TIME + timeout + MARGIN);
    return { tries: tries + 1, notBefore: Math.max(notBefore, end) };
  }

  /** Drops what has got its answer; everything else waits for the next time, and longer after every failure. */
  function recordResult(key: string, result: Result, before: Before): Delivered {
    if (isFinal(result)) dropAnswered(key, result);
    const kept = readKept(key, expired);
    if (!kept) {
      unanswered.delete(key);
      return result;
    }
    note(key, hasReachedNobody(result) ? before : afterFailure(kept, result, before));
    return { ...result, kept: key };
  }

  /** What was kept on this page is kept no longer, and another tab knows more of it, if anyone does. */
  function settleElsewhere(key: string, result: Result): void {
    if (unanswered.delete(key)) answeredElsewhere?.(key, result);
  }

  function forgetGone(keys: Iterable<string>): void {
    for (const key of keys) if (!readKept(key, expired)) settleElsewhere(key, GONE);
  }

  const hear = guard(({ key, newValue }: StorageEvent) => {
    // Without a key all that was stored is gone.
    if (key === null) return forgetGone(unanswered);
    if (!unanswered.has(key)) return;
    const answer = readAnswer(newValue ?? '');
    if (answer) settleElsewhere(key, answer);
    else if (newValue === null) forgetGone([key]);
  });

  function schedule(): void {
    clearTimeout(timer);
    if (leaving.signal.aborted) return;
    clearTimeout(goneTimer);
    // No event tells a tab of what it has dropped itself, because it was too old. Of everything else one may still come.
    if ([...unanswered].some((key) => !readKept(key, expired))) {
      goneTimer = setTimeout(() => forgetGone(unanswered), LATEST_EVENT);
    }
    const times = listKept(expired).map((key) => readKept(key, expired)?.notBefore ?? 0);
    if (!times.length) return;
    const wait = Math.max(0, Math.min(...times) - Date.now());
    timer = setTimeout(sendKept, pauseAfter(0, SPREAD, SPREAD, wait));
  }

  const sendKept = guard(async () => {
    // Where nothing can be sent, the event "online" tells when it can be.
    if (navigator.onLine === false) return;
    await runLocked(LOCK, 'exclusive', async () => {
      for (const key of listKept(expired)) await runLocked(key, 'exclusive', () => sendOne(key));
    });
    schedule();
  });

  async function sendOne(key: string): Promise<void> {
    const kept = readKept(key, expired);
    if (!kept || kept.notBefore > Date.now()) return;
    // What cannot be marked would be sent again by every page.
    if (!note(key, underWay(kept))) return;
    // Anything may have been written into the storage.
    const { subscription, mistakes } = validateSubscription(kept.subscription);
    const result: Result = subscription
      ? await sendNow(subscription, { retries: 0, signal: leaving.signal })
      : { ok: false, reason: 'invalid', mistakes };
    // The shopper may have sent it by hand meanwhile, and that has been told.
    if (!readKept(key, expired)) return isFinal(result) ? settleElsewhere(key, result) : undefined;
    if (!recordResult(key, result, kept).kept) answered(key, kept.offer, result);
  }

  addEventListener('online', sendKept);
  addEventListener('storage', hear);

  return {
    async deliver(fields, { product, variants }, waiting) {
      const { subscription, mistakes } = validateSubscription(fields);
      if (!subscription) return { ok: false, reason: 'invalid', mistakes };
      // The other variants of a product may be thousands.
      const offer = { product: { ...product, variants }, variants };
      // What a shopper asks for is sent at once, but what has failed before does not count anew.
      const before = readKept(keyOf(subscription), expired) ?? { tries: 0, notBefore: 0 };
      const kept = { subscription, offer, madeAt: Date.now(), ...underWay(before) };
      const key = isOn && keep(kept, expired);
      const run = () => sendNow(subscription, { retries, ...waiting });
      if (!key) return run();
      const result = (await runLocked(key, 'shared', run)) as Result;
      if (waiting.signal?.reason === STOPPED) drop(key);
      const delivered = recordResult(key, result, before);
      if (delivered.kept) unanswered.add(key);
      schedule();
      return delivered;
    },

    sendKept,

    destroy() {
      leaving.abort();
      clearTimeout(timer);
      clearTimeout(goneTimer);
      removeEventListener('online', sendKept);
      removeEventListener('storage', hear);
    },
  };
}

/**
 * Runs something while no other tab runs something under the same name; not at all when one does. As `shared`
 * it runs in any case, and only keeps the others out. Browsers have locks on secure pages only; elsewhere it
 * just runs, which may send a subscription twice, and that does no harm. What fails is run once and no more.
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
