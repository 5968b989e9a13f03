import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Listening {
  readonly origin: string;
  close(): Promise<void>;
}

interface App {
  // biome-ignore lint/suspicious/noExplicitAny: applications differ in their bindings, which do not matter here
  readonly fetch: Hono<any>['fetch'];
}

/** Starts an application that only this computer can reach. Port 0 takes a free port. */
export async function listenOnLoopback(app: App, port: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Streams to the front page never end by themselves.
        server.closeAllConnections();
      }),
  };
}
