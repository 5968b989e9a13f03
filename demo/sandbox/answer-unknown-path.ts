import type { Answerer } from './answerer.ts';

export const answerUnknownPath: Answerer = {
  matches: () => true,
  answer: ({ method, path }) => ({
    status: 404,
    contentType: 'application/json',
    body: '{"detail": "Not found."}',
    note: `no event: nothing answers ${method} ${path}`,
  }),
};
