import type { Answerer } from './answerer.ts';
import { answerBackInStock, answerNewsletter } from './client-api.ts';
import { answerSubscribe } from './form-api.ts';
import { limitRate, type RateLimit } from './rate-limit.ts';

/** Asked in this order; the last one takes everything that is left. */
export function createAnswerers(rateLimit: RateLimit): readonly Answerer[] {
  return [
    answerPreflight,
    answerMoved,
    answerSubscribe,
    limitRate(answerBackInStock, rateLimit),
    limitRate(answerNewsletter, rateLimit),
    answerUnknownPath,
  ];
}

/** A correct front-end request causes no preflight; one that comes is answered, and noted. */
export const answerPreflight: Answerer = {
  matches: ({ method }) => method === 'OPTIONS',
  answer: () => ({
    status: 204,
    contentType: '',
    body: '',
    note: 'preflight: the browser asked for permission first',
    headers: {
      'Access-Control-Allow-Methods': 'GET, POST, OPTIONS',
      'Access-Control-Allow-Headers': '*',
      // Asked anew each time: a permission that was kept would outlive a change of the mode.
      'Access-Control-Max-Age': '0',
    },
  }),
};

/** Where the mode "301" sends callers, beside whatever they called. */
export const MOVED_TO = 'moved';

/** A redirected POST comes here as a GET, as with a shop or a service that sends everybody to its front page. */
export const answerMoved: Answerer = {
  matches: ({ method, path }) => method === 'GET' && path.endsWith(`/${MOVED_TO}`),
  answer: () => ({
    status: 200,
    contentType: 'text/html; charset=utf-8',
    body: '<!doctype html><title>Welcome</title><h1>Welcome to our new address</h1>',
    note: 'no event: a redirect led here',
  }),
};

export const answerUnknownPath: Answerer = {
  matches: () => true,
  answer: ({ method, path }) => ({
    status: 404,
    contentType: 'application/json',
    body: '{"detail": "Not found."}',
    note: `no event: nothing answers ${method} ${path}`,
  }),
};
