import type { Configuration } from '../configuration/options.ts';
import type { Dispose } from '../dispose.ts';
import { guard } from '../guard.ts';
import type { Offer } from '../product/product.ts';
import { type Subscription, validateSubscription } from '../validation/subscription.ts';
import { adviseMerchant } from './advise-merchant.ts';
import { drop, keep, listKept, readKept } from './kept.ts';
import { runLocked } from './lock.ts';
import type { FailureReason, Result } from './result.ts';
import { pauseAfter, type Retrying } from './retry.ts';
import { subscribe } from './subscribe.ts';

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

/** Called when something that was kept has got its answer. */
export type OnSettled = (key: string, offer: Offer, result: Result) => void;

/** How a shopper waits: `signal` ends it, `onRetry` tells that it takes longer. */
export type Waiting = Omit<Retrying, 'retries'>;

/** With this reason the shopper ends it for good; what is just closed is sent later. */
export const STOPPED = 'stopped';

/** Answers about a field: the same will never be accepted. */
const FINAL: readonly FailureReason[] = ['invalid', 'refused', 'fieldMissing'];

/** While a page stays open, it tries again after at most this time, in milliseconds, then after twice as long. */
const FIRST_ROUND = 30_000;

/** No round is later than this after the one before, in milliseconds. */
const LONGEST_ROUND = 600_000;

/** Only one tab at a time sends what is kept. */
const LOCK = 'back-in-stock';

/**
 * Makes the outbox. A subscription is kept from the moment it is sent until there is an answer, so that it is not lost
 * when the page is left in between.
 */
export function createOutbox(
  { api, endpoint, timeout, retries, outbox: isOn }: Configuration,
  onSettled: OnSettled,
): Outbox {
  const leaving = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rounds = 0;

  async function send(subscription: Subscription, retrying: Retrying): Promise<Result> {
    const result = await subscribe(subscription, {
      api,
      endpoint,
      timeout,
      lifetime: leaving.signal,
      ...retrying,
    });
    adviseMerchant(result);
    return result;
  }

  /** Drops what has got its answer; everything else waits for the next time. */
  function settle(key: string, result: Result): Delivered {
    if (result.ok || FINAL.includes(result.reason)) drop(key);
    const kept = readKept(key);
    if (!kept) return result;
    if ('retryAfter' in result) keep({ ...kept, notBefore: Date.now() + result.retryAfter });
    return { ...result, kept: key };
  }

  function schedule(): void {
    clearTimeout(timer);
    if (leaving.signal.aborted) return;
    if (!listKept().length) rounds = 0;
    else timer = setTimeout(sendKept, pauseAfter(rounds, FIRST_ROUND, LONGEST_ROUND));
  }

  const sendKept = guard(async () => {
    // Where nothing can be sent, the event "online" tells when it can be.
    if (navigator.onLine === false) return;
    await runLocked(LOCK, 'exclusive', async () => {
      for (const key of listKept()) await runLocked(key, 'exclusive', () => sendOne(key));
    });
    rounds += 1;
    schedule();
  });

  async function sendOne(key: string): Promise<void> {
    const kept = readKept(key);
    if (!kept || kept.notBefore > Date.now()) return;
    const { subscription, offer } = kept;
    const result = await send(subscription, { retries: 0, signal: leaving.signal });
    // The shopper may have sent it by hand meanwhile, and that has been told.
    if (readKept(key) && !settle(key, result).kept) onSettled(key, offer, result);
  }

  addEventListener('online', sendKept);

  return {
    async deliver(fields, { product, variants }, waiting) {
      const { subscription, mistakes } = validateSubscription(fields);
      if (!subscription) return { ok: false, reason: 'invalid', mistakes };
      // The other variants of a product may be thousands.
      const offer = { product: { ...product, variants }, variants };
      const kept = { subscription, offer, madeAt: Date.now(), notBefore: 0 };
      const key = isOn && keep(kept);
      const run = () => send(subscription, { retries, ...waiting });
      if (!key) return run();
      const result = (await runLocked(key, 'shared', run)) as Result;
      if (waiting.signal?.reason === STOPPED) drop(key);
      const delivered = settle(key, result);
      schedule();
      return delivered;
    },

    sendKept,

    destroy() {
      leaving.abort();
      clearTimeout(timer);
      removeEventListener('online', sendKept);
    },
  };
}
