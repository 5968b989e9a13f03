import { log } from '../guard.ts';
import type { Answer } from '../request.ts';
import type { FieldMistakes } from '../validation/subscription.ts';
import { LONGEST_WAIT } from './retry.ts';

/** Klaviyo accepted the subscription, or had accepted the same one before: it does not tell which. */
export interface Success {
  readonly ok: true;
}

/** The subscription was not accepted, or nothing says that it was. */
export type Failure =
  /** A field cannot be right; nothing was sent. */
  | { readonly ok: false; readonly reason: 'invalid'; readonly mistakes: FieldMistakes }
  /**
   * Documented answer `errors`: the e-mail address or the API key is not valid. The current API says which
   * field it is; `mistakes` names it.
   */
  | {
      readonly ok: false;
      readonly reason: 'refused';
      readonly messages: readonly string[];
      readonly mistakes?: FieldMistakes | undefined;
    }
  /** Documented answer `status 400` with `message`: `field` did not arrive. */
  | { readonly ok: false; readonly reason: 'fieldMissing'; readonly field: string }
  /**
   * HTTP 429, or another 5xx without a documented answer. `retryAfter` is what its header `Retry-After` asks for, in
   * milliseconds from its arrival; 0 when it asks for nothing, or scripts may not read it.
   */
  | {
      readonly ok: false;
      readonly reason: 'rateLimited' | 'serverError';
      readonly status: number;
      readonly retryAfter: number;
    }
  /** No documented answer but a web page, nothing at all, JSON that breaks off, or other JSON. */
  | {
      readonly ok: false;
      readonly reason: 'htmlAnswer' | 'emptyAnswer' | 'brokenAnswer' | 'unknownAnswer';
      readonly status: number;
    }
  /**
   * No answer: the device is offline, the service is unreachable, or time ran out. HTTP 504 says that it ran out for
   * somebody in between, perhaps with a `Retry-After`.
   */
  | {
      readonly ok: false;
      readonly reason: 'offline' | 'unreachable' | 'timeout';
      readonly status?: number;
      readonly retryAfter?: number;
    }
  /** The caller aborted, perhaps after an answer that asked for patience. */
  | {
      readonly ok: false;
      readonly reason: 'aborted';
      readonly status?: number;
      readonly retryAfter?: number;
    };

/** What became of a subscription. */
export type Result = Success | Failure;

/** Every way in which a subscription can fail. */
export type FailureReason = Failure['reason'];

/** Undefined when it is no JSON; JSON that is no object has none of the documented keys. */
export function parseAnswer(body: string): object | undefined {
  try {
    return Object(JSON.parse(body));
  } catch {
    return undefined;
  }
}

/** A value of an answer as a text, whatever it is. */
export function writeValue(value: unknown): string {
  return typeof value === 'string' ? value : `${JSON.stringify(value)}`;
}

/** Whether it says that nobody has answered: then whatever else it says is not Klaviyo's. */
export const isNoAnswer = ({ status }: Answer) => status === 504;

/** What an answer means that no document knows. */
export function readUndocumented(answer: Answer): Failure {
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

/** Tells the merchant, in the console, what no shopper can mend. */
export function adviseMerchant(result: Result): void {
  if ('messages' in result && !result.mistakes?.email) {
    log('Klaviyo refused a subscription. Check "apiKey".', 'warn');
  }
  if ('status' in result && !('retryAfter' in result)) {
    const advice = result.status === 410 ? "Set api: 'client'" : 'Check "endpoint"';
    log(`HTTP ${result.status}, ${result.reason}. ${advice}.`);
  }
}
