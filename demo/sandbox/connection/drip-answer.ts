import type { ServerResponse } from 'node:http';
import { ANSWER_HEADERS } from '../answer-headers.ts';

const PAUSE = 200;

/** Sends the headers at once, and then one byte after the other for as long as the caller listens. */
export function dripAnswer(response: ServerResponse): void {
  response.writeHead(200, { ...ANSWER_HEADERS, 'Content-Type': 'application/json' });
  response.flushHeaders();
  // White space: an answer may begin like this, and whoever waits cannot know that it never does.
  const timer = setInterval(() => response.write(' '), PAUSE);
  response.on('close', () => clearInterval(timer));
}
