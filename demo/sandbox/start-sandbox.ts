import { Hono } from 'hono';
import { listenOnLoopback } from '../listen-on-loopback.ts';
import { createHandler } from './create-handler.ts';
import { createStore } from './create-store.ts';
import type { SandboxOptions } from './sandbox-options.ts';

/** Starts a stand-in of Klaviyo, on an origin of its own because browsers treat that differently. */
export async function startSandbox(port: number, options: SandboxOptions = {}) {
  const store = createStore();
  const handle = createHandler(store, options);
  const app = new Hono();
  app.all('*', handle);
  const listening = await listenOnLoopback(app, port);
  // Not a copy: that would freeze the current mode.
  return Object.assign(store, listening, { handle });
}

export type Sandbox = Awaited<ReturnType<typeof startSandbox>>;
