import { request, TIMEOUT } from '../request.ts';
import type { ValidSubscription } from '../validation/subscription.ts';
import { isNoAnswer, type Result, readUndocumented } from './result.ts';
import { type Retrying, sendWithRetries } from './retry.ts';
import type { Message, Transport } from './transport.ts';
import { type Api, TRANSPORTS } from './transports.ts';

/** How a subscription is sent. */
export interface Sending extends Retrying {
  readonly api: Api;
  /** The address; empty: the endpoint of this `api`. */
  readonly endpoint: string;
  /** When each request times out without a whole answer, in milliseconds. */
  readonly timeout: number;
  /** Also ends requests that no shopper waits for. */
  readonly lifetime?: AbortSignal | undefined;
}

/** The most that is read of an answer, in characters: a server in trouble must not send megabytes to a phone. */
const LONGEST_ANSWER = 100_000;

/**
 * Subscribes an e-mail address to a variant's return. Klaviyo accepts a subscription only once, so it is safe to
 * retry. Never throws and never rejects: whatever happens is a `Result`.
 */
export async function sendSubscription(
  subscription: ValidSubscription,
  sending: Sending,
): Promise<Result> {
  const transport: Transport & { endpoint: string } = TRANSPORTS[sending.api];
  const endpoint = sending.endpoint || transport.endpoint;
  const sendMessage = (write: Transport['write'], options: Sending) =>
    sendWithRetries(
      () => sendOnce(() => write(subscription, endpoint), transport, options),
      options,
    );

  const result = await sendMessage(transport.write, sending);
  if (result.ok && subscription.g && transport.writeNewsletter) {
    // The stock alert succeeded even if the newsletter request fails, so the shopper does not wait for that.
    const unseen = { ...sending, signal: sending.lifetime, onRetry: undefined };
    void sendMessage(transport.writeNewsletter, unseen);
  }
  return result;
}

/** Writes a message and sends it once. */
async function sendOnce(
  write: () => Message,
  transport: Transport,
  { timeout, signal }: Sending,
): Promise<Result> {
  try {
    const { address, headers, body } = write();
    const answer = await request(address, {
      headers,
      body,
      // The request goes on when the shopper leaves the page at the same moment.
      keepalive: true,
      timeout,
      maxCharacters: LONGEST_ANSWER,
      signal: signal ?? null,
    });
    return isNoAnswer(answer) ? readUndocumented(answer) : transport.read(answer);
  } catch (error) {
    if (signal?.aborted) return { ok: false, reason: 'aborted' };
    if (error === TIMEOUT) return { ok: false, reason: error };
    const isOffline = globalThis.navigator?.onLine === false;
    return { ok: false, reason: isOffline ? 'offline' : 'unreachable' };
  }
}
