import { request } from '../request.ts';
import { type Subscription, validateSubscription } from '../validation/subscription.ts';
import { readAnswer } from './answer.ts';
import type { Result } from './result.ts';

/** How a subscription is sent. */
export interface Sending {
  readonly endpoint: string;
  /** How long the whole answer is waited for, in milliseconds. */
  readonly timeout: number;
  /** What aborts the request; the result is then `aborted`. */
  readonly controller: AbortController;
}

/**
 * Subscribes an e-mail address to a variant's return: one URL-encoded POST, without any header that
 * would cost a preflight. Never throws and never rejects: whatever happens is a `Result`.
 * Nothing is sent when a field cannot be right.
 */
export async function subscribe(
  fields: Subscription,
  { endpoint, timeout, controller }: Sending,
): Promise<Result> {
  const { subscription, mistakes } = validateSubscription(fields);
  if (!subscription) return { ok: false, reason: 'invalid', mistakes };

  try {
    const { status, body } = await request(endpoint, {
      body: new URLSearchParams(subscription),
      credentials: 'omit',
      // The request outlives a page that is left in the same moment.
      keepalive: true,
      timeout,
      controller,
    });
    return readAnswer(status, body);
  } catch {
    const { aborted, reason } = controller.signal;
    if (aborted) return { ok: false, reason: reason === 'timeout' ? reason : 'aborted' };
    const isOffline = globalThis.navigator?.onLine === false;
    return { ok: false, reason: isOffline ? 'offline' : 'unreachable' };
  }
}
