import type { Answer } from './answer.ts';
import { answerMissingField } from './answer-subscribe.ts';
import type { SandboxMode } from './sandbox-mode.ts';

type Trouble = Exclude<SandboxMode, 'normal' | 'slow' | 'offline'>;

const json = 'application/json';

const answers: Readonly<Record<Trouble, Omit<Answer, 'note'>>> = {
  missing: answerMissingField('store'),
  429: {
    status: 429,
    contentType: json,
    body: '{"detail": "Request was throttled. Expected available in 30 seconds."}',
    headers: { 'Retry-After': '30' },
  },
  500: { status: 500, contentType: 'text/plain', body: 'Internal Server Error' },
  html: {
    status: 200,
    contentType: 'text/html; charset=utf-8',
    body: '<!doctype html><title>Maintenance</title><h1>We will be right back</h1>',
  },
  empty: { status: 200, contentType: json, body: '' },
  truncated: { status: 200, contentType: json, body: '{"email": "sam@exa' },
};

export function isTrouble(mode: SandboxMode): mode is Trouble {
  return mode in answers;
}

/** The answer of a Klaviyo that does not do what its documentation says. */
export function answerInTrouble(mode: Trouble): Answer {
  return { ...answers[mode], note: `no event: the sandbox is in the mode "${mode}"` };
}
