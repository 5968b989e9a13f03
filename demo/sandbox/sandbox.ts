import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { type Listening, listenOnLoopback } from '../listen-on-loopback.ts';
import { type Answer, type Call, createAnswerers } from './answerers.ts';
import { type EventRecord, NO_RECORD } from './event-record.ts';
import type { SandboxMode } from './modes.ts';
import { RateLimit } from './rate-limit.ts';
import { SandboxStore } from './store.ts';
import { ANSWER_HEADERS, answerInTrouble, CONNECTION_TROUBLES } from './troubles.ts';

export interface SandboxOptions {
  /** How long the mode `slow` waits before it answers. Default 4000. */
  readonly slowMilliseconds?: number;
  /** What the modes `429` and `429-hidden` say in Retry-After. Default 30. */
  readonly retryAfterSeconds?: number;
  /** The clock of rate limits and dates, in milliseconds. Default `Date.now`. */
  readonly now?: () => number;
  /** Where accepted subscriptions go. Default: nowhere. */
  readonly record?: EventRecord;
}

type Handler = (context: Context) => Promise<Response>;

/** A running sandbox: its store, its origin, and the handler with which the shop's relay answers too. */
export type Sandbox = SandboxStore & Listening & { readonly handle: Handler };

/** Starts a sandbox of Klaviyo on its own origin, because browsers treat another origin differently. */
export async function startSandbox(port: number, options: SandboxOptions = {}): Promise<Sandbox> {
  const store = new SandboxStore(options.record ?? NO_RECORD);
  const handle = createHandler(store, options);
  const app = new Hono();
  app.all('*', handle);
  const listening = await listenOnLoopback(app, port);
  // The store itself, because a copy would keep the mode of this moment.
  return Object.assign(store, listening, { handle });
}

/** Answers every request to the sandbox or to the shop's relay, and keeps it in the store. */
function createHandler(store: SandboxStore, options: SandboxOptions): Handler {
  const { slowMilliseconds = 4000, retryAfterSeconds = 30, now = Date.now } = options;
  const rateLimit = new RateLimit(now);
  const answerers = createAnswerers(rateLimit);
  store.listen(({ kind }) => {
    if (kind === 'reset') rateLimit.forget();
  });

  function decide(call: Call, mode: SandboxMode): Answer {
    const trouble = answerInTrouble(mode, { retryAfterSeconds, now });
    if (trouble) return trouble;
    const answerer = answerers.find((candidate) => candidate.matches(call));
    if (!answerer) throw new Error(`No answerer takes ${call.method} ${call.path}`);
    const answer = answerer.answer(call, store);
    return mode === 'no-cors' ? hideFromScripts(answer) : answer;
  }

  return async (context) => {
    const mode = chooseMode(context.req.method, store);
    const { call, id } = await receive(context, store);
    const trouble = CONNECTION_TROUBLES[mode];
    if (trouble) {
      const { status, note } = trouble;
      store.complete(id, { status, answer: null, note });
      const response: ServerResponse = context.env.outgoing;
      trouble.answer(response);
      return RESPONSE_ALREADY_SENT;
    }
    const answer = decide(call, mode);
    if (mode === 'slow') await wait(slowMilliseconds, undefined, { ref: false });
    const { status, body, note } = answer;
    store.complete(id, { status, answer: body, note });
    return createResponse(answer);
  };
}

/**
 * Only submissions meet a trouble. A browser that asks for permission gets it, because it would not submit anything
 * without, and one that follows a redirect arrives. The mode `no-cors` is about permission itself.
 */
function chooseMode(method: string, store: SandboxStore): SandboxMode {
  if (method === 'POST') return store.useMode();
  return store.mode === 'no-cors' ? 'no-cors' : 'normal';
}

async function receive(context: Context, store: SandboxStore) {
  const bytes = await context.req.arrayBuffer();
  const contentType = context.req.header('content-type') ?? '';
  const fields = await readFields(bytes, contentType);
  const { method, path, url } = context.req;
  const headers = context.req.header();
  const body = new TextDecoder().decode(bytes);
  const query = new URL(url).searchParams;
  const call: Call = { method, path, query, headers, body, contentType, fields: new Map(fields) };
  return { call, id: store.receive({ method, url, path, headers, contentType, body, fields }) };
}

/** Reads a URL-encoded or multipart form. Any other body, such as JSON, has no fields for the real endpoint either. */
async function readFields(
  body: ArrayBuffer,
  contentType: string,
): Promise<readonly (readonly [string, string])[]> {
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(contentType)) return [];
  try {
    const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
    return [...form].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]);
  } catch {
    return [];
  }
}

/** The same answer from a server that gives pages on other origins no permission. */
function hideFromScripts(answer: Answer): Answer {
  return {
    ...answer,
    note: `${answer.note}; pages on other origins may not read the answer`,
    headers: {
      ...answer.headers,
      'Access-Control-Allow-Origin': null,
      'Access-Control-Expose-Headers': null,
      'Access-Control-Allow-Methods': null,
      'Access-Control-Allow-Headers': null,
      'Access-Control-Max-Age': null,
    },
  };
}

function createResponse({ status, contentType, body, headers: own }: Answer): Response {
  const headers = new Headers(ANSWER_HEADERS);
  for (const [name, value] of Object.entries(own ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  if (contentType) headers.set('Content-Type', contentType);
  return new Response(body || null, { status, headers });
}
