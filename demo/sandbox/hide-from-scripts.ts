import type { Answer } from './answer.ts';

/** The same answer of a server that does not know of pages on other origins. Permission it does not give either. */
export function hideFromScripts(answer: Answer): Answer {
  return {
    ...answer,
    note: `${answer.note}; pages on other origins may not read the answer`,
    headers: {
      ...answer.headers,
      'Access-Control-Allow-Origin': null,
      'Access-Control-Expose-Headers': null,
      'Access-Control-Allow-Methods': null,
      'Access-Control-Allow-Headers': null,
      'Access-Control-Max-Age': null,
    },
  };
}
