import { randomUUID } from 'node:crypto';
import type { Answer } from '../answer.ts';
import type { JsonApiError } from './json-api-error.ts';

/** How the current API answers to what it does not take. */
export function answerErrors(status: number, errors: readonly JsonApiError[]): Answer {
  const described = errors.map((error) => ({ id: randomUUID(), status, ...error }));
  return {
    status,
    contentType: 'application/vnd.api+json',
    body: JSON.stringify({ errors: described }),
    note: `no event: ${errors.map(({ detail }) => detail).join(' ')}`,
  };
}
