type Listener = () => void;

/** One for all: what makes an error takes longest. */
const ABORTED = new Error('This was aborted.');

/** A stand-in for `AbortSignal`, without what Node's keeps for the garbage collector. */
class VirtualAbortSignal {
  aborted = false;
  reason: unknown;
  readonly #listeners = new Set<Listener>();

  addEventListener(_type: 'abort', listener: Listener, options?: { signal?: VirtualAbortSignal }) {
    this.#listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.#listeners.delete(listener));
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    this.#listeners.delete(listener);
  }

  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    for (const listener of this.#listeners) listener();
    this.#listeners.clear();
  }
}

/** A stand-in for `AbortController`: Node's take more time than all the rest. */
export class VirtualAbortController {
  readonly signal = new VirtualAbortSignal();

  abort(reason: unknown = ABORTED): void {
    this.signal.abort(reason);
  }
}
