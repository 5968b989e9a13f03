import { answerBackInStock, answerNewsletter } from './client-api.ts';
import { answerForm } from './form-api.ts';
import { limitRate, type RateLimit } from './rate-limit.ts';
import type { SandboxStore } from './store.ts';

/** The part of a request that an answerer reads. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** By name, in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly contentType: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** What goes back to the caller, with a note for whoever watches the sandbox. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly note: string;
  /** Laid over the headers that every answer has. `null` removes one. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** One kind of endpoint. To imitate another one, write another answerer and list it. */
export interface Answerer {
  matches(call: Call): boolean;
  answer(call: Call, store: SandboxStore): Answer;
}

/** The first one that matches a call answers it. The last one matches every call. */
export function createAnswerers(rateLimit: RateLimit): readonly Answerer[] {
  return [
    answerPreflight,
    answerMoved,
    answerForm,
    limitRate(answerBackInStock, rateLimit),
    limitRate(answerNewsletter, rateLimit),
    answerUnknownPath,
  ];
}

/** A correct front-end request causes no preflight. One that comes is answered, and a note says so. */
const answerPreflight: Answerer = {
  matches: ({ method }) => method === 'OPTIONS',
  answer: () => ({
    status: 204,
    contentType: '',
    body: '',
    note: 'preflight: the browser asked for permission first',
    headers: {
      'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
      'Access-Control-Allow-Headers': '*',
      // The browser must ask each time, because a permission that it keeps would outlast a change of the mode.
      'Access-Control-Max-Age': '0',
    },
  }),
};

/** The mode `301` redirects to this path, relative to the address that was called. */
export const MOVED_TO = 'moved';

/** A redirected POST arrives here as a GET, as at a shop or a service that redirects everybody to its front page. */
const answerMoved: Answerer = {
  matches: ({ method, path }) => method === 'GET' && path.endsWith(`/${MOVED_TO}`),
  answer: () => ({
    status: 200,
    contentType: 'text/html; charset=utf-8',
    body: '<!doctype html><title>Welcome</title><h1>Welcome to our new address</h1>',
    note: 'no event: a redirect led here',
  }),
};

const answerUnknownPath: Answerer = {
  matches: () => true,
  answer: ({ method, path }) => ({
    status: 404,
    contentType: 'application/json',
    body: '{"detail": "Not found."}',
    note: `no event: nothing answers ${method} ${path}`,
  }),
};
