import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { isSandboxMode, SANDBOX_MODES } from './modes.ts';
import type { Sandbox } from './sandbox.ts';

/** The requests of the front page to the sandbox, on the shop's own origin. */
export function createSandboxPanel(sandbox: Sandbox): Hono {
  const panel = new Hono();
  panel.get('/requests', ({ json }) => {
    const { mode, requests, events, newsletters } = sandbox;
    return json({ mode, requests, events, newsletters });
  });
  panel.get('/stream', (context) => streamChanges(context, sandbox));
  panel.post('/mode', (context) => setMode(context, sandbox));
  panel.post('/reset', (context) => {
    sandbox.reset();
    return context.json({ mode: sandbox.mode });
  });
  return panel;
}

/** Sends the mode and all requests, and then every change. */
function streamChanges(context: Context, sandbox: Sandbox): Response {
  return streamSSE(context, async (stream) => {
    const stopListening = sandbox.listen((change) => {
      stream.writeSSE({ event: change.kind, data: JSON.stringify(change) }).catch(stopListening);
    });
    await stream.writeSSE({ event: 'mode', data: JSON.stringify({ mode: sandbox.mode }) });
    for (const request of sandbox.requests) {
      await stream.writeSSE({ event: 'request', data: JSON.stringify({ request }) });
    }
    await new Promise<void>((resolve) => stream.onAbort(resolve));
    stopListening();
  });
}

async function setMode(context: Context, sandbox: Sandbox): Promise<Response> {
  const { mode, times } = await context.req
    .json<{ mode?: unknown; times?: unknown }>()
    .catch(() => ({ mode: undefined, times: undefined }));
  if (!isSandboxMode(mode)) {
    return context.json({ message: `"mode" is one of: ${SANDBOX_MODES.join(', ')}` }, 400);
  }
  if (times !== undefined && !isCount(times)) {
    return context.json({ message: '"times" is a number from 1 on, or left out' }, 400);
  }
  sandbox.setMode(mode, times);
  return context.json({ mode, times });
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0;
}
