import type { Answer } from './answerer.ts';
import { MOVED_TO } from './answerers.ts';
import { answerMissingField } from './form-api.ts';
import type { SandboxMode } from './modes.ts';

/** What the troubles depend on. */
interface Circumstances {
  readonly retryAfterSeconds: number;
  readonly now: () => number;
}

type Trouble = Omit<Answer, 'note'>;

const page = (status: number, title: string): Trouble => ({
  status,
  contentType: 'text/html; charset=utf-8',
  body: `<!doctype html><title>${title}</title><h1>${title}</h1>`,
});

const json = (status: number, body: string, headers: Answer['headers'] = {}): Trouble => ({
  status,
  contentType: 'application/json',
  body,
  headers,
});

const detail = (status: number, text: string, headers?: Answer['headers']): Trouble =>
  json(status, JSON.stringify({ detail: text }), headers);

const throttled = (retryAfter: string, seconds: number): Trouble =>
  detail(429, `Request was throttled. Expected available in ${seconds} seconds.`, {
    'Retry-After': retryAfter,
  });

const TROUBLES: Partial<Record<SandboxMode, (circumstances: Circumstances) => Trouble>> = {
  '429': ({ retryAfterSeconds }) => throttled(String(retryAfterSeconds), retryAfterSeconds),
  '429-date': ({ now }) => throttled(new Date(now() + 2000).toUTCString(), 2),
  '429-hidden': ({ retryAfterSeconds }) => {
    const answer = throttled(String(retryAfterSeconds), retryAfterSeconds);
    return { ...answer, headers: { ...answer.headers, 'Access-Control-Expose-Headers': null } };
  },
  '500': () => ({ status: 500, contentType: 'text/plain', body: 'Internal Server Error' }),
  '502': () => page(502, '502 Bad Gateway'),
  '503': () => detail(503, 'Service temporarily unavailable.', { 'Retry-After': '1' }),
  '504': () => page(504, '504 Gateway Time-out'),
  missing: () => answerMissingField('store'),
  '400': () => detail(400, 'Bad request.'),
  '401': () => detail(401, 'Authentication credentials were not provided.'),
  '403': () => detail(403, 'You do not have permission to perform this action.'),
  '404': () => detail(404, 'Not found.'),
  '410': () => detail(410, 'This API has been retired and is no longer available.'),
  '204': () => ({ status: 204, contentType: '', body: '' }),
  '301': () => ({ status: 301, contentType: '', body: '', headers: { Location: MOVED_TO } }),
  html: () => ({
    ...page(200, 'Maintenance'),
    body: '<!doctype html><title>Maintenance</title><h1>We will be right back</h1>',
  }),
  empty: () => json(200, ''),
  truncated: () => json(200, '{"email": "sam@exa'),
  'wrong-types': () =>
    json(200, '{"success": "yes", "errors": "no", "status": "400", "message": 5}'),
};

/**
 * The answer of a Klaviyo that does not do what its documentation says; none in the modes that are
 * about something else than what is answered.
 */
export function answerInTrouble(
  mode: SandboxMode,
  circumstances: Circumstances,
): Answer | undefined {
  const trouble = TROUBLES[mode]?.(circumstances);
  return trouble && { ...trouble, note: `no event: the sandbox is in the mode "${mode}"` };
}
