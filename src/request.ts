/** A request, and how long its whole answer is waited for, in milliseconds. */
export interface Asking extends RequestInit {
  readonly timeout: number;
  /** What aborts the request; at the end of `timeout` its reason is `timeout`. */
  readonly controller: AbortController;
}

/** An answer that has arrived as a whole. */
export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** Sends a request by POST and waits for the whole answer. Rejects when none comes, or not in time. */
export async function request(
  address: string,
  { timeout, controller, ...init }: Asking,
): Promise<Answered> {
  const { signal } = controller;
  const timer = setTimeout(() => controller.abort('timeout'), timeout);
  try {
    const response = await fetch(address, { method: 'POST', ...init, signal });
    return { status: response.status, body: await response.text() };
  } finally {
    clearTimeout(timer);
  }
}
