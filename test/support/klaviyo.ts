import { vi } from 'vitest';
import { ACCEPTED, type Reply } from './klaviyo-answers.ts';

/** One request as it was sent. */
export interface Sent {
  /** When, in milliseconds since `startKlaviyo`. */
  readonly at: number;
  readonly address: string;
  readonly init: RequestInit;
  readonly body: string;
}

type Answer = (sent: Sent) => Reply | Promise<Reply>;

/**
 * Lets every request be answered in this way, the n-th by the n-th reply and all that come later by the last, or
 * by what a function makes of it.
 *
 * @returns What has been sent, growing.
 */
export function startKlaviyo(...replies: (Reply | Answer)[]): Sent[] {
  const start = Date.now();
  const requests: Sent[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    const { signal } = init;
    // A browser sends nothing then.
    signal?.throwIfAborted();
    const sent = { at: Date.now() - start, address, init, body: String(init.body) };
    requests.push(sent);
    const given: Reply | Answer = replies[requests.length - 1] ?? replies.at(-1) ?? ACCEPTED;
    const reply = typeof given === 'function' ? await given(sent) : given;
    if (reply === 'unreachable') throw new TypeError('Failed to fetch');
    if (reply === 'silent') {
      return new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    }
    const { status = 200, body = '', headers = {} } = reply;
    return new Response(body || null, { status, headers });
  });
  return requests;
}
