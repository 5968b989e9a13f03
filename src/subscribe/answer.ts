import type { Answered } from '../request.ts';
import type { Failure } from './result.ts';
import { LONGEST_WAIT } from './waits.ts';

/** Undefined when it is no JSON; JSON that is no object has none of the documented keys. */
export function parseAnswer(body: string): object | undefined {
  try {
    return Object(JSON.parse(body));
  } catch {
    return undefined;
  }
}

/** A value of an answer as a text, whatever it is. */
export function readText(value: unknown): string {
  return typeof value === 'string' ? value : `${JSON.stringify(value)}`;
}

/** Whether it says that nobody has answered: then whatever else it says is not Klaviyo's. */
export const isNoAnswer = ({ status }: Answered) => status === 504;

/** What an answer means that no document knows. */
export function readUndocumented(answer: Answered): Failure {
  const { status, body, retryAfter } = answer;
  if (status === 429 || status >= 500) {
    const reason = status === 429 ? 'rateLimited' : isNoAnswer(answer) ? 'timeout' : 'serverError';
    return { ok: false, reason, status, retryAfter: readRetryAfter(retryAfter) };
  }
  return { ok: false, reason: reasonOf(body), status };
}

/** A server that asks for more than the longest wait has made a mistake. Milliseconds from now, of seconds or of a date (RFC 9110, 10.2.3); 0 when it says nothing. */
function readRetryAfter(header: string | null): number {
  const seconds = Number(header);
  const wait = Number.isNaN(seconds) ? Date.parse(`${header}`) - Date.now() : seconds * 1000;
  return Math.min(LONGEST_WAIT, Math.max(0, wait)) || 0;
}

function reasonOf(body: string) {
  if (parseAnswer(body)) return 'unknownAnswer';
  if (!body.trim()) return 'emptyAnswer';
  return /^\s*</.test(body) ? 'htmlAnswer' : 'brokenAnswer';
}
