import type { FieldMistakes } from '../validation/subscription.ts';

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
