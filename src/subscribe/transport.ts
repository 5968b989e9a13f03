import type { Answer } from '../request.ts';
import type { ValidSubscription } from '../validation/subscription.ts';
import type { Result } from './result.ts';

/** A request by POST, ready to be sent. */
export interface Message {
  readonly address: string;
  readonly headers: Record<string, string>;
  readonly body: string | URLSearchParams;
}

/** One way to subscribe: how it is said, and what the answer to it means. */
export interface Transport {
  write(subscription: ValidSubscription, endpoint: string): Message;
  read(answer: Answer): Result;
  /** The subscription to the newsletter, where it is a request of its own. */
  writeNewsletter?(subscription: ValidSubscription, endpoint: string): Message;
}

/** Where a browser sends a subscription ("Set up back in stock for Magento 2", front-end request). */
export const FRONT_END_ENDPOINT = 'https://a.klaviyo.com/onsite/components/back-in-stock/subscribe';

/** Where a server sends a subscription (the same document, server-side request). */
export const SERVER_ENDPOINT = 'https://a.klaviyo.com/api/v1/catalog/subscribe';

/** Klaviyo's current API for browsers ("Create Client Back In Stock Subscription"). */
export const CLIENT_ENDPOINT = 'https://a.klaviyo.com/client/back-in-stock-subscriptions';

/** Where a relay of the shop's own is expected. */
export const RELAY_ENDPOINT = '/back-in-stock/subscribe';

/** How long an answer is waited for, in milliseconds. */
export const DEFAULT_TIMEOUT = 10_000;

/** How often a subscription is sent again. */
export const DEFAULT_RETRIES = 4;

/** Klaviyo's own catalogue, the middle of a variant's id in its current API. */
export const DEFAULT_CATALOGUE = '$default';
