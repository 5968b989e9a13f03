import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { CONNECTION_TROUBLES } from '../../demo/sandbox/troubles.ts';
import type { Reply } from './klaviyo-answers.ts';

/** One request as it came in. */
export interface Received {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** Header names and values in turn, as they came over the wire. */
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

export interface TestServer {
  readonly origin: string;
  /** An address like that of the real endpoint. */
  readonly endpoint: string;
  readonly requests: readonly Received[];
}

/** Gives one of Klaviyo's answers over a connection. */
function give(response: ServerResponse, reply: Reply): void {
  if (reply === 'silent') CONNECTION_TROUBLES.hang?.answer(response);
  else if (reply === 'unreachable') CONNECTION_TROUBLES.offline?.answer(response);
  else response.writeHead(reply.status ?? 200, reply.headers).end(reply.body);
}

/** A server of this test only, on this computer, which answers in Klaviyo's way or in one of the test's own. */
export async function startServer(
  answer: Reply | ((response: ServerResponse, received: Received) => void),
): Promise<TestServer> {
  const requests: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url: path, headers, rawHeaders } = request;
      const received = { method, path, headers, rawHeaders, body: String(Buffer.concat(chunks)) };
      requests.push(received);
      if (typeof answer === 'function') answer(response, received);
      else give(response, answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        // Answers that were never given must not keep the test waiting.
        server.closeAllConnections();
      }),
  );
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, endpoint: `${origin}/onsite/components/back-in-stock/subscribe`, requests };
}

/** The address of a server that was there a moment ago: a connection to it is refused. */
export async function findUnreachableEndpoint(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/subscribe`;
}
