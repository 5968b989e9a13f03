import { type EventRecord, NO_RECORD, type SandboxEvent, tellRecorded } from './event-record.ts';
import type { SandboxMode } from './modes.ts';

/** One request as the sandbox received it, and its answer. */
interface SandboxRequest {
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
  /** `null` until the request is answered, and for good if the connection was dropped. */
  readonly status: number | null;
  /** The answer exactly as it went out. */
  readonly answer: string | null;
  /** What Klaviyo would do with the request, in plain words. */
  readonly note: string;
}

/** The consent to marketing by e-mail, as Klaviyo would record it for a list. */
interface NewsletterConsent {
  readonly email: string;
  readonly list: string;
}

type StoreChange =
  | { readonly kind: 'request'; readonly request: SandboxRequest }
  | { readonly kind: 'mode'; readonly mode: SandboxMode }
  | { readonly kind: 'reset' };

type ReceivedRequest = Omit<SandboxRequest, 'id' | 'receivedAt' | 'status' | 'answer' | 'note'>;
type Outcome = Pick<SandboxRequest, 'status' | 'answer' | 'note'>;

/** Everything that a sandbox remembers. All but the events is kept in memory and ends with the sandbox. */
export class SandboxStore {
  readonly #requests: SandboxRequest[] = [];
  readonly #record: EventRecord;
  readonly #newsletters: NewsletterConsent[] = [];
  readonly #listeners = new Set<(change: StoreChange) => void>();
  #mode: SandboxMode = 'normal';
  #timesLeft = Number.POSITIVE_INFINITY;
  #lastId = 0;

  constructor(record = NO_RECORD) {
    this.#record = record;
  }

  get requests(): readonly SandboxRequest[] {
    return this.#requests;
  }

  get events(): readonly SandboxEvent[] {
    return this.#record.events;
  }

  get newsletters(): readonly NewsletterConsent[] {
    return this.#newsletters;
  }

  get mode(): SandboxMode {
    return this.#mode;
  }

  /** Sets the mode, for good or for the next `times` submissions. After these the mode is normal again. */
  setMode(mode: SandboxMode, times = Number.POSITIVE_INFINITY): void {
    this.#mode = mode;
    this.#timesLeft = times;
    this.#notify({ kind: 'mode', mode });
  }

  /** Returns the mode for one more submission. */
  useMode(): SandboxMode {
    const used = this.#mode;
    this.#timesLeft -= 1;
    if (this.#timesLeft <= 0) this.setMode('normal');
    return used;
  }

  /** Forgets everything, the events and what came of them as well, and sets the normal mode. */
  reset(): void {
    this.#requests.length = 0;
    this.#record.reset();
    this.#newsletters.length = 0;
    this.#mode = 'normal';
    this.#timesLeft = Number.POSITIVE_INFINITY;
    this.#notify({ kind: 'reset' });
  }

  /** Adds a request that is not answered yet, and returns its id. */
  receive(received: ReceivedRequest): number {
    this.#lastId += 1;
    const request = {
      id: this.#lastId,
      receivedAt: new Date().toISOString(),
      ...received,
      status: null,
      answer: null,
      note: 'not answered yet',
    };
    this.#requests.push(request);
    this.#notify({ kind: 'request', request });
    return request.id;
  }

  /** Adds the outcome to a request. It does nothing if a reset has removed the request. */
  complete(id: number, outcome: Outcome): void {
    const place = this.#requests.findIndex((request) => request.id === id);
    const before = this.#requests[place];
    if (!before) return;
    const request = { ...before, ...outcome };
    this.#requests[place] = request;
    this.#notify({ kind: 'request', request });
  }

  /** Creates an event, unless the address waits for the variant already. Returns a note that says what came of it. */
  subscribe(event: SandboxEvent): string {
    return tellRecorded(this.#record.subscribe(event));
  }

  /** Records the first consent of an e-mail address to a list. Returns a note that says if it is the first. */
  consent(consent: NewsletterConsent): string {
    const isKnown = this.#newsletters.some(
      (known) => isSameEmail(known, consent) && known.list === consent.list,
    );
    if (isKnown) return 'the newsletter consent was there already';
    this.#newsletters.push(consent);
    return 'newsletter consent recorded';
  }

  /** Calls the listener with every change. Returns what stops it. */
  listen(listener: (change: StoreChange) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #notify(change: StoreChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function isSameEmail(one: { readonly email: string }, other: { readonly email: string }): boolean {
  return one.email.toLowerCase() === other.email.toLowerCase();
}
