import type { Answerer } from './answerer.ts';

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
