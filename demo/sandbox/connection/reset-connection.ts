import type { ServerResponse } from 'node:http';
import { ANSWER_HEADERS } from '../answer-headers.ts';

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
