import { vi } from 'vitest';

/** What Klaviyo says to a request; `unreachable` is no answer, `silent` none before the caller gives up. */
export type Reply =
  | 'unreachable'
  | 'silent'
  | { readonly status?: number; readonly body?: string; readonly headers?: Record<string, string> };

/** One request as it was sent. */
export interface Sent {
  /** When, in milliseconds since `startKlaviyo`. */
  readonly at: number;
  readonly address: string;
  readonly init: RequestInit;
  readonly body: string;
}

type Answer = (sent: Sent) => Reply | Promise<Reply>;

/** Documented answers of the form. */
export const ACCEPTED = { body: '{"email": "sam@example.com", "success": true}' } satisfies Reply;
export const REFUSED = {
  body: '{"errors": ["No."], "data": {}, "success": false}',
} satisfies Reply;
export const MISSING = {
  status: 400,
  body: '{"status": 400, "message": "* store * This field is required."}',
} satisfies Reply;

/** Answers in trouble. */
export const BUSY = { status: 429, body: '{}' } satisfies Reply;
export const BROKEN = { status: 503, body: 'Service Unavailable' } satisfies Reply;

/**
 * Lets every request be answered in this way, the n-th by the n-th reply and all that come later by the last, or
 * by what a function says to it.
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
    return new Response(body, { status, headers });
  });
  return requests;
}
