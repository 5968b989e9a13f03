import type { ServerResponse } from 'node:http';

/** Says nothing, for as long as the caller listens. There is nothing to stop when it goes. */
export function hang(_response: ServerResponse): void {}
