import { setTimeout as wait } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { listenOnLoopback } from '../listen-on-loopback.ts';
import type { Answer } from './answer.ts';
import { answerInTrouble, isTrouble } from './answer-in-trouble.ts';
import type { Call } from './answerer.ts';
import { answerers } from './answerers.ts';
import { createStore, type SandboxStore } from './create-store.ts';
import { readFields } from './read-fields.ts';
import type { SandboxMode } from './sandbox-mode.ts';

export interface SandboxOptions {
  /** How long the mode `slow` waits before it answers. Default 4000. */
  readonly slowMilliseconds?: number;
}

type SandboxContext = Context<{ Bindings: HttpBindings }>;

async function receive(context: SandboxContext, store: SandboxStore) {
  const bytes = await context.req.arrayBuffer();
  const contentType = context.req.header('content-type') ?? '';
  const fields = await readFields(bytes, contentType);
  const { method, path, url } = context.req;
  const body = new TextDecoder().decode(bytes);
  const call: Call = { method, path, body, contentType, fields: new Map(fields) };
  const request = store.receive({
    method,
    url,
    path,
    headers: context.req.header(),
    contentType,
    body,
    fields,
    status: null,
    answer: null,
    note: 'not answered yet',
  });
  return { call, id: request.id };
}

function decide(call: Call, mode: SandboxMode, store: SandboxStore): Answer {
  // A browser that asks for permission gets it in any mode, or it would never send the request.
  if (isTrouble(mode) && call.method !== 'OPTIONS') return answerInTrouble(mode);
  const answerer = answerers.find((candidate) => candidate.matches(call));
  if (!answerer) throw new Error(`No answerer takes ${call.method} ${call.path}`);
  return answerer.answer(call, store);
}

function send(answer: Answer): Response {
  const headers = new Headers({
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'no-store',
    // Browsers silently repeat a request that fails on a connection used before, which would show
    // as two requests in the mode "offline".
    Connection: 'close',
    ...answer.headers,
  });
  if (answer.contentType) headers.set('Content-Type', answer.contentType);
  return new Response(answer.status === 204 ? null : answer.body, {
    status: answer.status,
    headers,
  });
}

/** Starts a stand-in of Klaviyo, on an origin of its own because browsers treat that differently. */
export async function startSandbox(port: number, options: SandboxOptions = {}) {
  const { slowMilliseconds = 4000 } = options;
  const store = createStore();
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.all('*', async (context) => {
    const { mode } = store;
    const { call, id } = await receive(context, store);
    if (mode === 'offline') {
      context.env.incoming.socket.destroy();
      store.complete(id, {
        status: null,
        answer: null,
        note: 'no event: the connection was dropped without an answer',
      });
      return RESPONSE_ALREADY_SENT;
    }
    const answer = decide(call, mode, store);
    if (mode === 'slow') await wait(slowMilliseconds, undefined, { ref: false });
    const { status, body, note } = answer;
    store.complete(id, { status, answer: body, note });
    return send(answer);
  });
  const listening = await listenOnLoopback(app, port);
  // Not a copy: that would freeze the current mode.
  return Object.assign(store, listening);
}

export type Sandbox = Awaited<ReturnType<typeof startSandbox>>;
