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

/** The result of a subscription; `kept` is its key when it is kept and will be sent later. */
export type Delivered = Result & { readonly kept?: string | undefined };

/** Sends subscriptions, and keeps those that cannot be sent now. */
export interface Outbox {
  /** Sends a subscription while the shopper waits. Never rejects. */
  deliver(fields: Subscription, offer: Offer, waiting: Waiting): Promise<Delivered>;
  /** Sends the kept subscriptions, unless another tab is sending them. */
  sendKept(): void;
  destroy: Dispose;
}

/** What the outbox reports about kept subscriptions. */
export interface OutboxEvents {
  /** This tab received the answer. */
  readonly answered: (key: string, offer: Offer, result: Result) => void;
  /**
   * Another tab received and reported the answer to a subscription that this page kept. Or no answer will come, because
   * the shopper stopped it there, it is too old, or the storage was emptied.
   */
  readonly answeredElsewhere?: (key: string, result: Result) => void;
  /** It is too old and will not be sent. */
  readonly expired?: (offer: Offer) => void;
}

/** How a shopper waits: `signal` ends the wait, `onRetry` is called when it takes longer. */
export type Waiting = Omit<Retrying, 'retries'>;

/** With this abort reason the shopper cancels the subscription. After any other it is kept and sent later. */
export const STOPPED = 'stopped';

/** Answers about a field: Klaviyo will never accept the same fields. */
const FINAL: readonly FailureReason[] = ['invalid', 'refused', 'fieldMissing'];

const isFinal = (result: Result) => result.ok || FINAL.includes(result.reason);

/** Many browsers may become free to send at the same moment. They spread over at least this time, in milliseconds. */
const SPREAD = 30_000;

/** A request under way that has no answer this long after its time-out will get none, in milliseconds. */
const MARGIN = 5000;

/** The event about another tab's change arrives within this time, even in a tab that was frozen, in milliseconds. */
const LATEST_EVENT = 1000;

/** The result of a subscription that is no longer kept and was not sent. */
const GONE: Result = { ok: false, reason: 'aborted' };

/** Only one tab at a time sends kept subscriptions. */
const LOCK = 'back-in-stock';

/** The stored tries and time of a subscription before it was sent. */
type Before = Pick<Kept, 'tries' | 'notBefore'>;

/** Without a network the request reached no server, so the next one need not wait once there is a network. */
const hasReachedNobody = (result: Result) => !result.ok && result.reason === 'offline';

/** Returns the tries and time to store after a failure. A longer wait that a server asked for, now or before, is kept. */
function afterFailure({ tries }: Kept, result: Result, before: Before): Before {
  const asked = 'retryAfter' in result ? (result.retryAfter ?? 0) : 0;
  const notBefore = Date.now() + Math.max(waitAfter(tries), asked);
  return { tries, notBefore: Math.max(before.notBefore, notBefore) };
}

/**
 * Creates the outbox. It keeps a subscription from the moment it is sent until the answer comes, so that it is not lost
 * when the shopper leaves the page in between.
 */
export function createOutbox(
  { api, endpoint, timeout, retries, outbox: isOn }: Configuration,
  { answered, answeredElsewhere, expired }: OutboxEvents,
): Outbox {
  const leaving = new AbortController();
  /** The keys of the subscriptions that shoppers sent from this page and that are still kept. */
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
   * Returns the tries and time to store before sending. They stop other tabs from sending the subscription meanwhile, and
   * count a page that the shopper leaves in between as a failure. A longer wait that a server asked for before is kept.
   */
  function underWay({ tries, notBefore }: Before): Before {
    const end = Date.now() + Math.max(waitAfter(tries + 1), LONGEST_TIME + timeout + MARGIN);
    return { tries: tries + 1, notBefore: Math.max(notBefore, end) };
  }

  /** Drops a subscription that has a final answer. Any other waits for the next time, longer after each failure. */
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

  /** Reports a subscription of this page that is no longer kept, because of another tab, its age or emptied storage. */
  function settleElsewhere(key: string, result: Result): void {
    if (unanswered.delete(key)) answeredElsewhere?.(key, result);
  }

  function forgetGone(keys: Iterable<string>): void {
    for (const key of keys) if (!readKept(key, expired)) settleElsewhere(key, GONE);
  }

  const hear = guard(({ key, newValue }: StorageEvent) => {
    // An event without a key means that all storage was cleared.
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
    // A tab gets no event when it drops an old entry itself, so it checks. It waits: another tab's event may still come.
    if ([...unanswered].some((key) => !readKept(key, expired))) {
      goneTimer = setTimeout(() => forgetGone(unanswered), LATEST_EVENT);
    }
    const times = listKept(expired).map((key) => readKept(key, expired)?.notBefore ?? 0);
    if (!times.length) return;
    const wait = Math.max(0, Math.min(...times) - Date.now());
    timer = setTimeout(sendKept, pauseAfter(0, SPREAD, SPREAD, wait));
  }

  const sendKept = guard(async () => {
    // Without a network nothing can be sent; the event "online" calls this again.
    if (navigator.onLine === false) return;
    await runLocked(LOCK, 'exclusive', async () => {
      for (const key of listKept(expired)) await runLocked(key, 'exclusive', () => sendOne(key));
    });
    schedule();
  });

  async function sendOne(key: string): Promise<void> {
    const kept = readKept(key, expired);
    if (!kept || kept.notBefore > Date.now()) return;
    // If the entry cannot be marked as under way, every page would send it again.
    if (!note(key, underWay(kept))) return;
    // The storage may contain anything, so validate again.
    const { subscription, mistakes } = validateSubscription(kept.subscription);
    const result: Result = subscription
      ? await sendNow(subscription, { retries: 0, signal: leaving.signal })
      : { ok: false, reason: 'invalid', mistakes };
    // The shopper may have sent it by hand meanwhile, and that result has been reported.
    if (!readKept(key, expired)) return isFinal(result) ? settleElsewhere(key, result) : undefined;
    if (!recordResult(key, result, kept).kept) answered(key, kept.offer, result);
  }

  addEventListener('online', sendKept);
  addEventListener('storage', hear);

  return {
    async deliver(fields, { product, variants }, waiting) {
      const { subscription, mistakes } = validateSubscription(fields);
      if (!subscription) return { ok: false, reason: 'invalid', mistakes };
      // Store only the offered variants: a product may have thousands of others.
      const offer = { product: { ...product, variants }, variants };
      // A shopper's press is sent at once, but the count of earlier failures goes on.
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
