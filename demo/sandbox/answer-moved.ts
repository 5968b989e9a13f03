import type { Answerer } from './answerer.ts';

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
