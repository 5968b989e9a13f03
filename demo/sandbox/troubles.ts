import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { type Answer, MOVED_TO } from './answerers.ts';
import { answerMissingField } from './form-api.ts';
import type { SandboxMode } from './modes.ts';

/** The headers of every answer, except where a mode is about their absence. */
export const ANSWER_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  // Scripts of another origin can read few headers without this. Retry-After says when to send again.
  'Access-Control-Expose-Headers': 'Retry-After',
  'Cache-Control': 'no-store',
  // Browsers silently repeat a request that fails on a connection that was used before. In the mode `offline` that would
  // show as two requests.
  Connection: 'close',
} as const;

interface Circumstances {
  readonly retryAfterSeconds: number;
  readonly now: () => number;
}

type Trouble = Omit<Answer, 'note'>;

/** The wrong answer that belongs to a mode. Undefined: the mode does not change the answer. */
export function answerInTrouble(
  mode: SandboxMode,
  circumstances: Circumstances,
): Answer | undefined {
  const trouble = TROUBLES[mode]?.(circumstances);
  return trouble && { ...trouble, note: `no event: the sandbox is in the mode "${mode}"` };
}

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
  html: () => page(200, 'Maintenance', 'We will be right back'),
  empty: () => json(200, ''),
  truncated: () => json(200, '{"email": "sam@exa'),
  'wrong-types': () =>
    json(200, '{"success": "yes", "errors": "no", "status": "400", "message": 5}'),
};

function throttled(retryAfter: string, seconds: number): Trouble {
  return detail(429, `Request was throttled. Expected available in ${seconds} seconds.`, {
    'Retry-After': retryAfter,
  });
}

function page(status: number, title: string, heading = title): Trouble {
  return {
    status,
    contentType: 'text/html; charset=utf-8',
    body: `<!doctype html><title>${title}</title><h1>${heading}</h1>`,
  };
}

function detail(status: number, text: string, headers?: Answer['headers']): Trouble {
  return json(status, JSON.stringify({ detail: text }), headers);
}

function json(status: number, body: string, headers: Answer['headers'] = {}): Trouble {
  return { status, contentType: 'application/json', body, headers };
}

/** A trouble that is made with the connection itself. */
interface ConnectionTrouble {
  /** `null`: no status reaches the caller. */
  readonly status: number | null;
  readonly note: string;
  answer(response: ServerResponse): void;
}

/** The modes in which the connection fails. */
export const CONNECTION_TROUBLES: Partial<Record<SandboxMode, ConnectionTrouble>> = {
  drip: {
    status: 200,
    note: 'no event: the answer comes byte by byte and has no end',
    answer: drip,
  },
  hang: {
    status: null,
    note: 'no event: the request is never answered',
    answer: () => {},
  },
  offline: {
    status: null,
    note: 'no event: the connection was dropped without an answer',
    answer: (response) => response.destroy(),
  },
  reset: {
    status: 200,
    note: 'no event: the connection was dropped in the middle of the answer',
    answer: breakOff,
  },
  huge: {
    status: 200,
    note: 'no event: 10 MB of JSON that breaks off',
    answer: sendHugeBody,
  },
};

const JSON_HEADERS = { ...ANSWER_HEADERS, 'Content-Type': 'application/json' };

const DRIP_MILLISECONDS = 200;

/** Sends the headers at once, and then byte after byte for as long as the caller listens. */
function drip(response: ServerResponse): void {
  response.writeHead(200, JSON_HEADERS);
  response.flushHeaders();
  // An answer may begin with white space, so the caller cannot know that nothing else comes.
  const timer = setInterval(() => response.write(' '), DRIP_MILLISECONDS);
  response.on('close', () => clearInterval(timer));
}

/** Sends the headers and half of an answer, and drops the connection. */
function breakOff(response: ServerResponse): void {
  const body = '{"email": "sam@example.com", "success": true}';
  response.writeHead(200, { ...JSON_HEADERS, 'Content-Length': body.length });
  response.write(body.slice(0, body.length / 2), () => response.destroy());
}

/** Sends 10 MB, as fast as the caller takes them. */
function sendHugeBody(response: ServerResponse): void {
  response.writeHead(200, JSON_HEADERS);
  const body = Readable.from(produceHugeBody());
  response.on('close', () => body.destroy());
  body.pipe(response);
}

const CHUNK = 'x'.repeat(64 * 1024);
const CHUNKS = (10 * 1024 * 1024) / CHUNK.length;

function* produceHugeBody(): Generator<string> {
  yield '{"success": "';
  for (let count = 0; count < CHUNKS; count += 1) yield CHUNK;
}
