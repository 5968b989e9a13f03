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
   * The address. Default: where this `api` is; with `onsite` Klaviyo's front-end endpoint in a browser, its
   * server-side endpoint elsewhere. Outside of a browser `relay` needs a whole address.
   */
  readonly endpoint?: string;
  /** When each request times out without a whole answer, in milliseconds. Default: `10000`. */
  readonly timeout?: number;
  /**
   * How often it is sent again after a broken connection, a time-out, HTTP 429 or 5xx, with growing random pauses and
   * within 15 seconds; 0: never. Default: `4`.
   */
  readonly retries?: number;
  /** Cancels the subscription; the result is then `aborted`. Default: none. */
  readonly signal?: AbortSignal;
  /** Called before the pause of each retry. Default: none. */
  readonly onRetry?: () => void;
}

/**
 * Subscribes an e-mail address to a variant's return. Klaviyo accepts a subscription only once, so `subscribe` retries when
 * no answer confirms it. It sends nothing when a field is invalid. Never throws and never rejects: whatever happens is a
 * `Result`.
 */
export async function subscribe(
  fields: Subscription,
  options: SubscribeOptions = {},
): Promise<Result> {
  try {
    const { api = 'onsite', timeout = DEFAULT_TIMEOUT, retries = DEFAULT_RETRIES } = options;
    const { endpoint = standardEndpoint(api), signal, onRetry } = options;
    // Never send a private key: these requests are public.
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
    // For example an `api` that does not exist, so that there is no address to send to.
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
