import type { Result } from './result.ts';

/** A documented answer of the endpoint, as far as it is told apart by. */
interface Answer {
  readonly success?: unknown;
  readonly errors?: unknown;
  readonly status?: unknown;
  readonly message?: unknown;
}

/**
 * Reads an answer of the endpoint. The documents do not give the HTTP status of their answers, so the
 * body decides, and the status only where the body is none of the three.
 */
export function readAnswer(status: number, body: string): Result {
  const answer = parse(body);
  return (
    readDocumented(answer) ??
    (status === 429
      ? { ok: false, reason: 'rateLimited' }
      : { ok: false, reason: reasonOf(status, body, answer), status })
  );
}

function readDocumented(answer: Answer | undefined): Result | undefined {
  if (!answer) return undefined;
  const { success, errors, status, message } = answer;
  if (success === true) return { ok: true };
  if (success === false && Array.isArray(errors)) {
    return { ok: false, reason: 'refused', messages: errors.map(String) };
  }
  if (status === 400 && typeof message === 'string') {
    // "There was something wrong with your request: * email * This field is required."
    return { ok: false, reason: 'fieldMissing', field: /\*\s*(\w+)/.exec(message)?.[1] ?? '' };
  }
  return undefined;
}

function reasonOf(status: number, body: string, answer: Answer | undefined) {
  if (status >= 500) return 'serverError';
  if (answer) return 'unknownAnswer';
  if (!body.trim()) return 'emptyAnswer';
  return /^\s*</.test(body) ? 'htmlAnswer' : 'brokenAnswer';
}

/** Undefined when it is no JSON; JSON that is no object has none of the documented keys. */
function parse(body: string): Answer | undefined {
  try {
    return Object(JSON.parse(body));
  } catch {
    return undefined;
  }
}
