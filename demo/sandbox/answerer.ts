import type { Answer } from './answer.ts';
import type { SandboxStore } from './create-store.ts';

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
