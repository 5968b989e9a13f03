import type { FieldMistakes } from '../validation/subscription.ts';

/** Klaviyo accepted the subscription, or had accepted the same one before: it does not tell which. */
export interface Success {
  readonly ok: true;
}

/** The subscription was not accepted, or nothing says that it was. */
export type Failure =
  /** A field cannot be right; nothing was sent. */
  | { readonly ok: false; readonly reason: 'invalid'; readonly mistakes: FieldMistakes }
  /** Documented answer `errors`: the e-mail address or the API key is not valid. */
  | { readonly ok: false; readonly reason: 'refused'; readonly messages: readonly string[] }
  /** Documented answer `status 400` with `message`: `field` did not arrive. */
  | { readonly ok: false; readonly reason: 'fieldMissing'; readonly field: string }
  /** HTTP 429. */
  | { readonly ok: false; readonly reason: 'rateLimited' }
  /** HTTP 5xx without a documented answer. */
  | { readonly ok: false; readonly reason: 'serverError'; readonly status: number }
  /** No documented answer but a web page, nothing at all, JSON that breaks off, or other JSON. */
  | {
      readonly ok: false;
      readonly reason: 'htmlAnswer' | 'emptyAnswer' | 'brokenAnswer' | 'unknownAnswer';
      readonly status: number;
    }
  /** No answer: the device is offline, the service is unreachable, time ran out, or the caller aborted. */
  | { readonly ok: false; readonly reason: 'offline' | 'unreachable' | 'timeout' | 'aborted' };

/** What became of a subscription. */
export type Result = Success | Failure;

/** Every way in which a subscription can fail. */
export type FailureReason = Failure['reason'];
