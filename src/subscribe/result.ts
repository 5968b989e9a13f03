import { log } from '../guard.ts';
import type { Answer } from '../request.ts';
import type { FieldMistakes } from '../validation/subscription.ts';
import { LONGEST_WAIT } from './retry.ts';

/** Klaviyo accepted the subscription, or had accepted the same one before: its answer does not distinguish the two. */
export interface Success {
  readonly ok: true;
}

/** Klaviyo did not accept the subscription, or no answer confirms it. */
export type Failure =
  /** A field is invalid; nothing was sent. */
  | { readonly ok: false; readonly reason: 'invalid'; readonly mistakes: FieldMistakes }
  /**
   * Documented answer `errors`: the e-mail address or the API key is not valid. The current API names the field;
   * `mistakes` contains it.
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
   * HTTP 429, or a 5xx other than 504, without a documented answer. `retryAfter` is the wait of the header `Retry-After`, in
   * milliseconds from the answer's arrival; 0 when there is no such header, or scripts may not read it.
   */
  | {
      readonly ok: false;
      readonly reason: 'rateLimited' | 'serverError';
      readonly status: number;
      readonly retryAfter: number;
    }
  /** An undocumented answer: a web page, an empty body, broken JSON, or other JSON. */
  | {
      readonly ok: false;
      readonly reason: 'htmlAnswer' | 'emptyAnswer' | 'brokenAnswer' | 'unknownAnswer';
      readonly status: number;
    }
  /**
   * No answer: the device is offline, the service is unreachable, or the request timed out. HTTP 504 means that it timed
   * out for a server in between, perhaps with a `Retry-After`.
   */
  | {
      readonly ok: false;
      readonly reason: 'offline' | 'unreachable' | 'timeout';
      readonly status?: number;
      readonly retryAfter?: number;
    }
  /** The caller aborted, perhaps after an answer with a `Retry-After`. */
  | {
      readonly ok: false;
      readonly reason: 'aborted';
      readonly status?: number;
      readonly retryAfter?: number;
    };

/** The result of a subscription. */
export type Result = Success | Failure;

/** Every way in which a subscription can fail. */
export type FailureReason = Failure['reason'];

/** Parses a body; returns undefined when it is not JSON. JSON that is not an object lacks all documented keys. */
export function parseAnswer(body: string): object | undefined {
  try {
    return Object(JSON.parse(body));
  } catch {
    return undefined;
  }
}

/** Returns any value of an answer as text. */
export function writeValue(value: unknown): string {
  return typeof value === 'string' ? value : `${JSON.stringify(value)}`;
}

/** Whether a server in between reports that Klaviyo did not answer: then the body is not Klaviyo's. */
export const isNoAnswer = ({ status }: Answer) => status === 504;

/** Returns the failure for an undocumented answer. */
export function readUndocumented(answer: Answer): Failure {
  const { status, body, retryAfter } = answer;
  if (status === 429 || status >= 500) {
    const reason = status === 429 ? 'rateLimited' : isNoAnswer(answer) ? 'timeout' : 'serverError';
    return { ok: false, reason, status, retryAfter: readRetryAfter(retryAfter) };
  }
  return { ok: false, reason: reasonOf(body), status };
}

/**
 * Reads seconds or a date (RFC 9110, 10.2.3) as milliseconds from now; returns 0 without a valid value. It limits the value
 * to the longest wait, because a server that asks for more has made a mistake.
 */
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

/** Logs for the merchant what a shopper cannot fix. */
export function adviseMerchant(result: Result): void {
  if ('messages' in result && !result.mistakes?.email) {
    log('Klaviyo refused a subscription. Check "apiKey".', 'warn');
  }
  if ('status' in result && !('retryAfter' in result)) {
    const advice = result.status === 410 ? "Set api: 'client'" : 'Check "endpoint"';
    log(`HTTP ${result.status}, ${result.reason}. ${advice}.`);
  }
}
