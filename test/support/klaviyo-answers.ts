import { PUBLIC_KEY, REFUSED_EMAIL } from '../../demo/sandbox/account.ts';
import type { Answer } from '../../demo/sandbox/answerers.ts';
import { answerErrors } from '../../demo/sandbox/client-api.ts';
import { answerForm } from '../../demo/sandbox/form-api.ts';
import type { SandboxMode } from '../../demo/sandbox/modes.ts';
import { SandboxStore } from '../../demo/sandbox/store.ts';
import { answerInTrouble } from '../../demo/sandbox/troubles.ts';

// What Klaviyo answers, in the words of the demo's sandbox. `klaviyo.ts` gives these answers as a `fetch`, `server.ts`
// over a connection, and `test/browser/route-klaviyo.ts` to the requests of a browser.

/** What comes back for a request. */
export interface Answered {
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** `unreachable`: the connection breaks without an answer. `silent`: no answer comes before the caller gives up. */
export type Reply = 'unreachable' | 'silent' | Answered;

/** As much of an answer of the sandbox as a script in a page may read. */
function read({ status, contentType, body, headers = {} }: Answer): Required<Answered> {
  const isHidden = headers['Access-Control-Expose-Headers'] === null;
  const readable = Object.entries({ 'Content-Type': contentType || null, ...headers }).filter(
    (header): header is [string, string] =>
      header[1] !== null && !(isHidden && header[0] === 'Retry-After'),
  );
  return { status, body, headers: Object.fromEntries(readable) };
}

/** What the form endpoints answer to a complete form with this address. */
function answerTo(email: string): Required<Answered> {
  const entries = { a: PUBLIC_KEY, email, variant: '2003', platform: 'magento_two', store: '1' };
  const fields = new Map(Object.entries(entries));
  const call = { method: 'POST', path: '', query: new URLSearchParams(), headers: {} };
  const answer = answerForm.answer(
    { ...call, body: '', contentType: '', fields },
    new SandboxStore(),
  );
  return read(answer);
}

/** What the sandbox answers in this mode, where that is an answer at all. */
export function inTrouble(mode: SandboxMode): Required<Answered> {
  const answer = answerInTrouble(mode, { retryAfterSeconds: 30, now: Date.now });
  if (!answer) throw new Error(`The mode "${mode}" is about the connection.`);
  return read(answer);
}

/** An answer that asks to be left alone for so many seconds, or until this date. */
export const askingFor = (retryAfter: string, status = 429): Required<Answered> => ({
  ...inTrouble('429'),
  status,
  headers: { 'Retry-After': retryAfter },
});

/** Documented answers of the form. */
export const ACCEPTED = answerTo('sam@example.com');
export const REFUSED = answerTo(REFUSED_EMAIL);
export const MISSING = inTrouble('missing');

/** The sentence with which Klaviyo refuses. */
export const REFUSAL: string = JSON.parse(REFUSED.body).errors[0];

/** The documented answer of the current API to a correct call. */
export const CLIENT_ACCEPTED = { status: 202, body: '' } satisfies Reply;

/** The documented answer of the current API to a mistake at this place of the body or of the address. */
export const refuseCall = (source: { pointer: string } | { parameter: string }, status = 400) =>
  read(answerErrors(status, [{ code: 'invalid', title: 'Invalid.', detail: 'No.', source }]));

/** Answers in trouble, without a time in which to come back. */
export const BUSY = inTrouble('429-hidden');
export const BROKEN = inTrouble('500');
