import type { SandboxStore } from './store.ts';

/** The part of a request that an answerer looks at. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly contentType: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** One kind of endpoint. To imitate another one, write another answerer and list it. */
export interface Answerer {
  matches(call: Call): boolean;
  answer(call: Call, store: SandboxStore): Answer;
}

/** What goes back to the caller, with a note for whoever watches the sandbox. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly note: string;
  /** Laid over the headers that every answer has; `null` takes one away. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** What every answer has, unless it is about not having it. */
export const ANSWER_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  // Scripts of another origin see few headers without being allowed to, and this one tells when to come back.
  'Access-Control-Expose-Headers': 'Retry-After',
  'Cache-Control': 'no-store',
  // Browsers silently repeat a request that fails on a connection used before, which would show
  // as two requests in the mode "offline".
  Connection: 'close',
} as const;
