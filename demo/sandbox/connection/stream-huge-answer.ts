import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { ANSWER_HEADERS } from '../answer-headers.ts';

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
