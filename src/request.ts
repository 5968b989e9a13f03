/**
 * Makes an address of the shop a whole one, as seen from the page itself: a `<base>` in the page must not move an address
 * to another host after it was checked. Without a page, and in a frame that has no address, it stays as it is.
 */
export function resolveAddress(address: string): string {
  try {
    return new URL(address, globalThis.location?.href).href;
  } catch {
    return address;
  }
}

/** A request, and how its answer is waited for. */
export interface RequestOptions extends RequestInit {
  /** How long the whole answer is waited for, in milliseconds. */
  readonly timeout: number;
  /** How much of an answer is read, in characters; what comes after is left. Default: all of it. */
  readonly maxCharacters?: number;
}

/** An answer that has arrived. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  /** What its header `Retry-After` says, where scripts may read it. */
  readonly retryAfter: string | null;
}

/** The reason with which `request` rejects when no whole answer has come in time. */
export const TIMEOUT = 'timeout';

/** Sends a request by POST. Rejects when no answer comes, with `TIMEOUT` when none comes in time. */
export async function request(
  address: string,
  { timeout, signal, maxCharacters = Infinity, ...init }: RequestOptions,
): Promise<Answer> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  if (signal?.aborted) abort();
  // Gone with the controller.
  signal?.addEventListener('abort', abort, { signal: controller.signal });
  const timer = setTimeout(() => controller.abort(TIMEOUT), timeout);
  try {
    const response = await fetch(resolveAddress(address), {
      method: 'POST',
      ...init,
      signal: controller.signal,
    });
    const body = await readBody(response, maxCharacters);
    return { status: response.status, body, retryAfter: response.headers.get('Retry-After') };
  } catch (error) {
    throw controller.signal.reason ?? error;
  } finally {
    clearTimeout(timer);
    // Whatever else the server has to say is not waited for.
    abort();
  }
}

/** Reads no more than it takes: a server in trouble may send megabytes to a phone. */
async function readBody({ body }: Response, maxCharacters: number): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (reader && text.length < maxCharacters) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  return text;
}
