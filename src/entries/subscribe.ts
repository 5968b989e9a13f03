// `import { subscribe } from 'magento-back-in-stock/subscribe'`, in a browser or in Node
import { DEFAULT_TIMEOUT, FRONT_END_ENDPOINT, SERVER_ENDPOINT } from '../subscribe/endpoints.ts';
import type { Result } from '../subscribe/result.ts';
import { subscribe as send } from '../subscribe/subscribe.ts';
import type { Subscription } from '../validation/subscription.ts';

/** How a subscription is sent. */
export interface SubscribeOptions {
  /** Where it is sent. Default: Klaviyo's front-end endpoint in a browser, its server-side endpoint elsewhere. */
  readonly endpoint?: string;
  /** How long the whole answer is waited for, in milliseconds. Default: `10000`. */
  readonly timeout?: number;
  /** Aborts the request; the result is then `aborted`. Default: none. */
  readonly signal?: AbortSignal;
}

/**
 * Subscribes an e-mail address to a variant's return by one URL-encoded POST. Nothing is sent when a
 * field cannot be right. Never throws and never rejects: whatever happens is a `Result`.
 */
export async function subscribe(
  fields: Subscription,
  { endpoint, timeout = DEFAULT_TIMEOUT, signal }: SubscribeOptions = {},
): Promise<Result> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  const standard = typeof document === 'undefined' ? SERVER_ENDPOINT : FRONT_END_ENDPOINT;
  const result = await send(fields, { endpoint: endpoint ?? standard, timeout, controller });
  signal?.removeEventListener('abort', abort);
  return result;
}

export type { Failure, FailureReason, Result, Success } from '../subscribe/result.ts';
export type { FieldMistakes, Mistake, Subscription } from '../validation/subscription.ts';
export { FRONT_END_ENDPOINT, SERVER_ENDPOINT };
