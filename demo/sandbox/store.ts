import type { SandboxMode } from './modes.ts';

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

/** One request as the sandbox received it, and what it answered. */
export interface SandboxRequest {
  readonly id: number;
  readonly receivedAt: string;
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType: string;
  /** The body exactly as it came. */
  readonly body: string;
  /** The body read as a form. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** `null` until answered, and for good when the connection was dropped. */
  readonly status: number | null;
  /** The answer exactly as it went out. */
  readonly answer: string | null;
  /** What Klaviyo would have made of it, in plain words. */
  readonly note: string;
}

/** A "Subscribed to Back in Stock" event, as Klaviyo would record it on a profile. */
export interface SandboxEvent {
  readonly email: string;
  readonly variant: string;
  /** Left out: the current client API is not told the store view. */
  readonly store?: string;
}

/** The consent to marketing by e-mail, as Klaviyo would record it for a list. */
export interface NewsletterConsent {
  readonly email: string;
  readonly list: string;
}

/** Records a subscription, and says in a note whether it is new. */
export function recordSubscription(event: SandboxEvent, store: SandboxStore): string {
  return store.subscribe(event)
    ? 'Subscribed to Back in Stock event created'
    : 'no event: already subscribed';
}

/** Records a consent, and says in a note whether it is new. */
export function recordConsent(consent: NewsletterConsent, store: SandboxStore): string {
  return store.consent(consent)
    ? 'newsletter consent recorded'
    : 'the newsletter consent was there already';
}
