// `import { subscribe } from 'magento-back-in-stock/subscribe'`, in a browser or in Node

import type { Result } from '../subscribe/result.ts';
import { sendSubscription } from '../subscribe/send-subscription.ts';
import {
  CLIENT_ENDPOINT,
  DEFAULT_RETRIES,
  DEFAULT_TIMEOUT,
  FRONT_END_ENDPOINT,
  SERVER_ENDPOINT,
} from '../subscribe/transport.ts';
import type { Api } from '../subscribe/transports.ts';
import { type Subscription, validateSubscription } from '../validation/subscription.ts';

/** How a subscription is sent. */
export interface SubscribeOptions {
  /** `onsite` and `relay`, the documented form; `client`, Klaviyo's current API. Default: `onsite`. */
  readonly api?: Api;
  /**
   * Where it is sent. Default: where this `api` is; with `onsite` Klaviyo's front-end endpoint in a browser, its
   * server-side endpoint elsewhere. Outside of a browser `relay` needs a whole address.
   */
  readonly endpoint?: string;
  /** How long the whole answer is waited for each time, in milliseconds. Default: `10000`. */
  readonly timeout?: number;
  /**
   * How often it is sent again after a broken connection, a time-out, HTTP 429 or 5xx, with growing random pauses and
   * within 15 seconds; 0: never. Default: `4`.
   */
  readonly retries?: number;
  /** Ends it; the result is then `aborted`. Default: none. */
  readonly signal?: AbortSignal;
  /** Called before each pause after which it is sent again. Default: none. */
  readonly onRetry?: () => void;
}

/**
 * Subscribes an e-mail address to a variant's return. Klaviyo accepts a subscription only once, so it is sent again where
 * nothing says that it has arrived. Nothing is sent when a field cannot be right. Never throws and never
 * rejects: whatever happens is a `Result`.
 */
export async function subscribe(
  fields: Subscription,
  options: SubscribeOptions = {},
): Promise<Result> {
  try {
    const { api = 'onsite', timeout = DEFAULT_TIMEOUT, retries = DEFAULT_RETRIES } = options;
    const { endpoint = standardEndpoint(api), signal, onRetry } = options;
    // A private key has no business in a request of this kind.
    if (String(fields?.a).startsWith('pk_')) {
      return { ok: false, reason: 'invalid', mistakes: { a: 'malformed' } };
    }
    const { subscription, mistakes } = validateSubscription(fields);
    if (!subscription) return { ok: false, reason: 'invalid', mistakes };
    return await sendSubscription(subscription, {
      api,
      endpoint,
      timeout,
      retries,
      signal,
      onRetry,
    });
  } catch {
    // An `api` that does not exist, for example: nothing can be reached by it.
    return { ok: false, reason: 'unreachable' };
  }
}

function standardEndpoint(api: Api): string {
  return api === 'onsite' && typeof document === 'undefined' ? SERVER_ENDPOINT : '';
}

export type { Failure, FailureReason, Result, Success } from '../subscribe/result.ts';
export type { Api } from '../subscribe/transports.ts';
export type { FieldMistakes, Mistake, Subscription } from '../validation/subscription.ts';
export { CLIENT_ENDPOINT, FRONT_END_ENDPOINT, SERVER_ENDPOINT };
