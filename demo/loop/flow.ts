import { HOUR } from './clock.ts';
import type { StockItem } from './inventory.ts';
import type { LoopState } from './loop-state.ts';
import { countToNotify, findEndOfWait } from './rules.ts';
import type { Profile, Subscription } from './subscriptions.ts';

/*
 * The back in stock flow of a Klaviyo account: a trigger, the back in stock delay at which profiles wait until their variant
 * is restocked, and one message after it.
 */

/** The one metric that can trigger the flow. A custom one cannot. */
export const TRIGGER_METRIC = 'Subscribed to Back in Stock';

/** Smart sending, when it is on, skips profiles that got a message within so many hours. */
export const SMART_SENDING_HOURS = 16;

export function canTrigger(metric: string): boolean {
  return metric === TRIGGER_METRIC;
}

/** Notifies at once, unless the wait after a batch goes on: then the restock counts at its end. */
export function restock(state: LoopState, item: StockItem): void {
  const { waitUntil } = item.queue;
  if (waitUntil === undefined) {
    notifyBatch(state, item);
  } else {
    state.diary.push({ at: state.now, kind: 'counts-later', variant: item.id, waitUntil });
  }
}

/** Looks at what is in stock now, and notifies the next ones. The batches end when that is nobody. */
export function endWait(state: LoopState, item: StockItem): void {
  item.queue.waitUntil = undefined;
  notifyBatch(state, item);
}

/** Whether the end of the wait would notify anybody, as things stand. */
export function hasNextBatch(state: LoopState, item: StockItem): boolean {
  return item.queue.length > 0 && countToNotify(state.rules, item.quantity) > 0;
}

function notifyBatch(state: LoopState, item: StockItem): void {
  const { now, diary } = state;
  const { id: variant, quantity, queue } = item;
  const most = countToNotify(state.rules, quantity);
  if (most === 0 || queue.length === 0) {
    const reason = queue.length === 0 ? 'nobody-waiting' : 'below-minimum';
    diary.push({ at: now, kind: 'no-batch', variant, reason, quantity, waiting: queue.length });
    return;
  }
  const subscriptions = queue.take(most);
  for (const subscription of subscriptions) leaveDelay(subscription, state);
  const waitUntil = findEndOfWait(state.rules, now);
  queue.waitUntil = waitUntil;
  if (waitUntil !== undefined) state.agenda.add(waitUntil, { kind: 'wait-ends', item });
  const stillWaiting = queue.length;
  diary.push({
    ...{ at: now, kind: 'batch', variant, quantity, subscriptions, stillWaiting, waitUntil },
  });
}

/** The message follows the delay: it is sent, or kept back by smart sending. */
function leaveDelay(subscription: Subscription, { smartSending, now }: LoopState): void {
  const { profile } = subscription;
  const isKeptBack = smartSending && gotMessageLately(profile, now);
  subscription.state = isKeptBack ? 'skipped' : 'notified';
  subscription.endedAt = now;
  if (!isKeptBack) profile.lastMessageAt = now;
}

function gotMessageLately({ lastMessageAt }: Profile, now: number): boolean {
  return lastMessageAt !== undefined && now - lastMessageAt < SMART_SENDING_HOURS * HOUR;
}
