import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { ANSWER_HEADERS } from './answerer.ts';
import type { SandboxMode } from './modes.ts';

const PAUSE = 200;

/** Sends the headers at once, and then one byte after the other for as long as the caller listens. */
export function dripAnswer(response: ServerResponse): void {
  response.writeHead(200, { ...ANSWER_HEADERS, 'Content-Type': 'application/json' });
  response.flushHeaders();
  // White space: an answer may begin like this, and whoever waits cannot know that it never does.
  const timer = setInterval(() => response.write(' '), PAUSE);
  response.on('close', () => clearInterval(timer));
}

/** Ends the connection without a word. */
export function dropConnection(response: ServerResponse): void {
  response.destroy();
}

/** Says nothing, for as long as the caller listens. There is nothing to stop when it goes. */
export function hang(_response: ServerResponse): void {}

const BODY = '{"email": "sam@example.com", "success": true}';

/** Sends the headers and half of an answer, and breaks off. */
export function resetConnection(response: ServerResponse): void {
  response.writeHead(200, {
    ...ANSWER_HEADERS,
    'Content-Type': 'application/json',
    'Content-Length': BODY.length,
  });
  response.write(BODY.slice(0, BODY.length / 2), () => response.destroy());
}

const CHUNK = 'x'.repeat(64 * 1024);
const CHUNKS = (10 * 1024 * 1024) / CHUNK.length;

/** JSON that never comes to its end. */
function* produce(): Generator<string> {
  yield '{"success": "';
  for (let count = 0; count < CHUNKS; count += 1) yield CHUNK;
}

/** Sends 10 MB, as fast as the caller takes them. */
export function streamHugeAnswer(response: ServerResponse): void {
  response.writeHead(200, { ...ANSWER_HEADERS, 'Content-Type': 'application/json' });
  const body = Readable.from(produce());
  response.on('close', () => body.destroy());
  body.pipe(response);
}

/** A trouble for which the connection itself is needed. */
export interface ConnectionTrouble {
  /** `null`: none reaches the caller. */
  readonly status: number | null;
  readonly note: string;
  answer(response: ServerResponse): void;
}

/** The modes that are about the connection. */
export const CONNECTION_TROUBLES: Partial<Record<SandboxMode, ConnectionTrouble>> = {
  drip: {
    status: 200,
    note: 'no event: the answer comes byte by byte and has no end',
    answer: dripAnswer,
  },
  hang: { status: null, note: 'no event: the request is never answered', answer: hang },
  offline: {
    status: null,
    note: 'no event: the connection was dropped without an answer',
    answer: dropConnection,
  },
  reset: {
    status: 200,
    note: 'no event: the connection was dropped in the middle of the answer',
    answer: resetConnection,
  },
  huge: {
    status: 200,
    note: 'no event: 10 MB of JSON that breaks off',
    answer: streamHugeAnswer,
  },
};
