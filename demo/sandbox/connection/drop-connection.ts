import type { ServerResponse } from 'node:http';

/** Ends the connection without a word. */
export function dropConnection(response: ServerResponse): void {
  response.destroy();
}
