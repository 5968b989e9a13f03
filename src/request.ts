/**
 * Resolves an address of the shop against the page's own address: a `<base>` in the page must not move an address to
 * another host after it was checked. Without a page, and in a frame without an address, it returns the address unchanged.
 */
export function resolveAddress(address: string): string {
  try {
    return new URL(address, globalThis.location?.href).href;
  } catch {
    return address;
  }
}

/** A request, and the limits of its answer. */
export interface RequestOptions extends RequestInit {
  /** When the request times out without a whole answer, in milliseconds. */
  readonly timeout: number;
  /** How much of an answer is read, in characters; the rest is ignored. Default: all of it. */
  readonly maxCharacters?: number;
}

/** An answer that has arrived. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  /** The value of its header `Retry-After`; null when there is none, or scripts may not read it. */
  readonly retryAfter: string | null;
}

/** The reason with which `request` rejects when it times out before the whole answer has come. */
export const TIMEOUT = 'timeout';

/** Sends a POST request. Rejects when no answer comes, and with `TIMEOUT` when it times out. */
export async function request(
  address: string,
  { timeout, signal, maxCharacters = Infinity, ...init }: RequestOptions,
): Promise<Answer> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  if (signal?.aborted) abort();
  // The controller's own abort removes this listener.
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
    // Do not wait for the rest of the answer.
    abort();
  }
}

/** Stops reading after `maxCharacters`: a server in trouble may send megabytes to a phone. */
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
