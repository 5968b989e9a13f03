import { HOUR } from './clock.ts';
import type { Profile } from './subscriptions.ts';

/** The one metric that can trigger the flow. */
export const TRIGGER_METRIC = 'Subscribed to Back in Stock';

/** Smart sending skips profiles that got a message within so many hours. */
export const SMART_SENDING_HOURS = 16;

/**
 * The back in stock flow of a Klaviyo account: the trigger, the back in stock delay at which profiles wait until their
 * variant is restocked, and one message after it.
 */
export interface Flow {
  /** Name of the metric that starts it. No other than Klaviyo's own can, so this never changes. */
  readonly trigger: typeof TRIGGER_METRIC;
  /**
   * Whether the message is kept back from profiles that got one shortly before. Klaviyo advises to turn it off here, so that
   * everybody gets the alert who asked for it.
   */
  readonly smartSending: boolean;
}

export const FIRST_FLOW: Flow = { trigger: TRIGGER_METRIC, smartSending: false };

export function canTrigger(metric: string): metric is typeof TRIGGER_METRIC {
  return metric === TRIGGER_METRIC;
}

/** Whether smart sending keeps the message back from this profile. */
export function isSkipped(flow: Flow, profile: Profile, now: number): boolean {
  const { lastMessageAt } = profile;
  if (!flow.smartSending || lastMessageAt === undefined) return false;
  return now - lastMessageAt < SMART_SENDING_HOURS * HOUR;
}
