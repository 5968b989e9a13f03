import type { Configuration } from '../configuration/options.ts';
import { type Dispose, guard } from '../guard.ts';
import type { Offer } from '../product/product.ts';
import {
  type Subscription,
  type ValidSubscription,
  validateSubscription,
} from '../validation/subscription.ts';
import { drop, dropAnswered, type Kept, keep, keyOf, listKept, note, readKept } from './kept.ts';
import { adviseMerchant, type FailureReason, type Result } from './result.ts';
import { LONGEST_TIME, pauseAfter, type Retrying, waitAfter } from './retry.ts';
import { sendSubscription } from './send-subscription.ts';
import { hearOtherTabs, reportEnded, reportGone, runLocked, type SentHere } from './tabs.ts';

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
  /** Klaviyo has accepted it, at once or later. */
  readonly accepted?: (subscription: ValidSubscription) => void;
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
export interface Waiting extends Omit<Retrying, 'retries'> {
  /**
   * The subscription that is sent before this one. This one is kept at once all the same. When the one before fails and
   * may succeed later, so may this one: it is not sent now and gets the same result.
   */
  readonly after?: Promise<Delivered> | undefined;
}

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

/** Only one tab at a time sends kept subscriptions. */
const LOCK = 'back-in-stock';

/** What the outbox needs and waits for. */
interface OutboxState extends SentHere {
  readonly configuration: Configuration;
  /** Aborted when the widget ends. */
  readonly leaving: AbortController;
  /** Sends the kept subscriptions as soon as one of them may be sent. */
  timer?: ReturnType<typeof setTimeout>;
  /** Reports the subscriptions that are no longer kept. */
  goneTimer?: ReturnType<typeof setTimeout>;
}

/**
 * Creates the outbox. It keeps a subscription from the moment it is sent until the answer comes, so that it is not lost
 * when the shopper leaves the page in between.
 */
export function createOutbox(configuration: Configuration, events: OutboxEvents): Outbox {
  const leaving = new AbortController();
  const state: OutboxState = { configuration, events, leaving, unanswered: new Set() };
  const sendAgain = () => sendKept(state);
  addEventListener('online', sendAgain);
  const stopHearing = hearOtherTabs(state);
  return {
    deliver: (fields, offer, waiting) => deliver(state, fields, offer, waiting),
    sendKept: sendAgain,
    destroy() {
      leaving.abort();
      clearTimeout(state.timer);
      clearTimeout(state.goneTimer);
      removeEventListener('online', sendAgain);
      stopHearing();
    },
  };
}

async function deliver(
  state: OutboxState,
  fields: Subscription,
  { product, variants }: Offer,
  waiting: Waiting,
): Promise<Delivered> {
  const { expired } = state.events;
  const { timeout, outbox: isOn } = state.configuration;
  const { subscription, mistakes } = validateSubscription(fields);
  if (!subscription) return { ok: false, reason: 'invalid', mistakes };
  // Store only the offered variants: a product may have thousands of others.
  const offer = { product: { ...product, variants }, variants };
  // A shopper's press is sent at once, but the count of earlier failures goes on.
  const before = readKept(keyOf(subscription), expired) ?? { tries: 0, notBefore: 0 };
  const kept = { subscription, offer, madeAt: Date.now(), ...underWay(before, timeout) };
  const key = isOn && keep(kept, expired);
  const run = async () => {
    const earlier = await waiting.after;
    return earlier && !isFinal(earlier) ? forget(earlier) : sendNow(state, subscription, waiting);
  };
  if (!key) return run();
  const result = (await runLocked(key, 'shared', run)) as Result;
  if (waiting.signal?.reason === STOPPED) drop(key);
  const delivered = recordResult(state, key, result, before);
  if (delivered.kept) state.unanswered.add(key);
  schedule(state);
  return delivered;
}

/** The result alone, without the key of what is kept. */
const forget = ({ kept: _, ...result }: Delivered): Result => result;

const sendKept = guard(async (state: OutboxState) => {
  // Without a network nothing can be sent; the event "online" calls this again.
  if (navigator.onLine === false) return;
  await runLocked(LOCK, 'exclusive', async () => {
    for (const key of listKept(state.events.expired)) {
      await runLocked(key, 'exclusive', () => sendOne(state, key));
    }
  });
  schedule(state);
});

async function sendOne(state: OutboxState, key: string): Promise<void> {
  const { answered, expired } = state.events;
  const kept = readKept(key, expired);
  if (!kept || kept.notBefore > Date.now()) return;
  // If the entry cannot be marked as under way, every page would send it again.
  if (!note(key, underWay(kept, state.configuration.timeout))) return;
  // The storage may contain anything, so validate again.
  const { subscription, mistakes } = validateSubscription(kept.subscription);
  const result: Result = subscription
    ? await sendNow(state, subscription, { retries: 0, signal: state.leaving.signal })
    : { ok: false, reason: 'invalid', mistakes };
  // The shopper may have sent it by hand meanwhile, and that result has been reported.
  if (!readKept(key, expired)) return isFinal(result) ? reportEnded(state, key, result) : undefined;
  if (!recordResult(state, key, result, kept).kept) answered(key, kept.offer, result);
}

async function sendNow(
  { configuration, events, leaving }: OutboxState,
  subscription: ValidSubscription,
  waiting: Partial<Retrying>,
): Promise<Result> {
  const lifetime = leaving.signal;
  const result = await sendSubscription(subscription, { ...configuration, lifetime, ...waiting });
  if (result.ok) events.accepted?.(subscription);
  adviseMerchant(result);
  return result;
}

/** Drops a subscription that has a final answer. Any other waits for the next time, longer after each failure. */
function recordResult(
  { unanswered, events }: OutboxState,
  key: string,
  result: Result,
  before: Before,
): Delivered {
  if (isFinal(result)) dropAnswered(key, result);
  const kept = readKept(key, events.expired);
  if (!kept) {
    unanswered.delete(key);
    return result;
  }
  note(key, hasReachedNobody(result) ? before : afterFailure(kept, result, before));
  return { ...result, kept: key };
}

/** Schedules the next time at which a kept subscription may be sent. */
function schedule(state: OutboxState): void {
  const { expired } = state.events;
  clearTimeout(state.timer);
  if (state.leaving.signal.aborted) return;
  clearTimeout(state.goneTimer);
  // A tab gets no event when it drops an old entry itself, so it checks. It waits: another tab's event may still come.
  if ([...state.unanswered].some((key) => !readKept(key, expired))) {
    state.goneTimer = setTimeout(() => reportGone(state), LATEST_EVENT);
  }
  const times = listKept(expired).map((key) => readKept(key, expired)?.notBefore ?? 0);
  if (!times.length) return;
  const wait = Math.max(0, Math.min(...times) - Date.now());
  const pause = pauseAfter(0, SPREAD, SPREAD, wait);
  state.timer = setTimeout(() => sendKept(state), pause);
}

/** The stored tries and time of a subscription before it was sent. */
type Before = Pick<Kept, 'tries' | 'notBefore'>;

/**
 * Returns the tries and time to store before sending. They stop other tabs from sending the subscription meanwhile, and
 * count a page that the shopper leaves in between as a failure.
 */
const underWay = (before: Before, timeout: number) =>
  waitLonger(before.tries + 1, LONGEST_TIME + timeout + MARGIN, before);

/** Returns the tries and time to store after a failure; the server may ask for a longer wait. */
const afterFailure = ({ tries }: Kept, result: Result, before: Before) =>
  waitLonger(tries, ('retryAfter' in result && result.retryAfter) || 0, before);

/** Waits at least this long, in milliseconds, and longer after each try. A longer wait from before is kept. */
function waitLonger(tries: number, least: number, { notBefore }: Before): Before {
  const end = Date.now() + Math.max(waitAfter(tries), least);
  return { tries, notBefore: Math.max(notBefore, end) };
}

/** Without a network the request reached no server, so the next one need not wait once there is a network. */
const hasReachedNobody = (result: Result) => !result.ok && result.reason === 'offline';
