import type { NewsletterConsent } from './newsletter-consent.ts';
import type { SandboxEvent } from './sandbox-event.ts';
import type { SandboxMode } from './sandbox-mode.ts';
import type { SandboxRequest } from './sandbox-request.ts';

export type StoreChange =
  | { readonly kind: 'request'; readonly request: SandboxRequest }
  | { readonly kind: 'mode'; readonly mode: SandboxMode }
  | { readonly kind: 'reset' };

type Received = Omit<SandboxRequest, 'id' | 'receivedAt'>;

/** Everything a sandbox remembers. It lives in memory and ends with the sandbox. */
export function createStore(firstMode: SandboxMode = 'normal') {
  let mode = firstMode;
  let timesLeft = Number.POSITIVE_INFINITY;
  let lastId = 0;
  const requests: SandboxRequest[] = [];
  const events: SandboxEvent[] = [];
  const newsletters: NewsletterConsent[] = [];
  const listeners = new Set<(change: StoreChange) => void>();

  function tell(change: StoreChange): void {
    for (const listener of listeners) listener(change);
  }

  function setMode(next: SandboxMode, times = Number.POSITIVE_INFINITY): void {
    mode = next;
    timesLeft = times;
    tell({ kind: 'mode', mode });
  }

  return {
    requests: requests as readonly SandboxRequest[],
    events: events as readonly SandboxEvent[],
    newsletters: newsletters as readonly NewsletterConsent[],
    get mode(): SandboxMode {
      return mode;
    },
    /** Behaves like this from now on, or for the next so many submissions and then normally again. */
    setMode,
    /** The mode in which one more submission is answered. */
    useMode(): SandboxMode {
      const used = mode;
      timesLeft -= 1;
      if (timesLeft <= 0) setMode('normal');
      return used;
    },
    /** Forgets everything that it received and behaves normally again. */
    reset(): void {
      requests.length = 0;
      events.length = 0;
      newsletters.length = 0;
      mode = 'normal';
      timesLeft = Number.POSITIVE_INFINITY;
      tell({ kind: 'reset' });
    },
    receive(received: Received): SandboxRequest {
      lastId += 1;
      const request = { id: lastId, receivedAt: new Date().toISOString(), ...received };
      requests.push(request);
      tell({ kind: 'request', request });
      return request;
    },
    /** Completes a request once it is answered. A reset in between makes this a no-op. */
    complete(
      id: number,
      outcome: Pick<SandboxRequest, 'status' | 'answer'> & { note: string },
    ): void {
      const place = requests.findIndex((request) => request.id === id);
      const before = requests[place];
      if (!before) return;
      const request = { ...before, ...outcome };
      requests[place] = request;
      tell({ kind: 'request', request });
    },
    /** Takes the first subscription of an e-mail address to a variant; tells whether it was new. */
    subscribe(event: SandboxEvent): boolean {
      const isKnown = events.some(
        ({ email, variant }) =>
          email.toLowerCase() === event.email.toLowerCase() && variant === event.variant,
      );
      if (!isKnown) events.push(event);
      return !isKnown;
    },
    /** Takes the first consent of an e-mail address to a list; tells whether it was new. */
    consent(consent: NewsletterConsent): boolean {
      const isKnown = newsletters.some(
        ({ email, list }) =>
          email.toLowerCase() === consent.email.toLowerCase() && list === consent.list,
      );
      if (!isKnown) newsletters.push(consent);
      return !isKnown;
    },
    listen(listener: (change: StoreChange) => void): () => void {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

export type SandboxStore = ReturnType<typeof createStore>;
