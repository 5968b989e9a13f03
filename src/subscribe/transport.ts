import type { Answer } from '../request.ts';
import type { ValidSubscription } from '../validation/subscription.ts';
import type { Result } from './result.ts';

/** A POST request, ready to be sent. */
export interface Message {
  readonly address: string;
  readonly headers: Record<string, string>;
  readonly body: string | URLSearchParams;
}

/** One way to subscribe: it writes the request and reads the answer. */
export interface Transport {
  write(subscription: ValidSubscription, endpoint: string): Message;
  read(answer: Answer): Result;
  /** Writes the newsletter subscription, where that is a separate request. */
  writeNewsletter?(subscription: ValidSubscription, endpoint: string): Message;
}

/** Where a browser sends a subscription ("Set up back in stock for Magento 2", front-end request). */
export const FRONT_END_ENDPOINT = 'https://a.klaviyo.com/onsite/components/back-in-stock/subscribe';

/** Where a server sends a subscription (the same document, server-side request). */
export const SERVER_ENDPOINT = 'https://a.klaviyo.com/api/v1/catalog/subscribe';

/** Klaviyo's current API for browsers ("Create Client Back In Stock Subscription"). */
export const CLIENT_ENDPOINT = 'https://a.klaviyo.com/client/back-in-stock-subscriptions';

/** The default address of the shop's own relay. */
export const RELAY_ENDPOINT = '/back-in-stock/subscribe';

/** When a request times out, in milliseconds. */
export const DEFAULT_TIMEOUT = 10_000;

/** How often a subscription is retried. */
export const DEFAULT_RETRIES = 4;

/** Klaviyo's own catalogue, the middle of a variant's id in its current API. */
export const DEFAULT_CATALOGUE = '$default';
