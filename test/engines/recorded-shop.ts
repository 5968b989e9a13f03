import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { proxy } from 'hono/proxy';
import { listenOnLoopback } from '../../demo/listen-on-loopback.ts';
import { type RunningShop, startShop } from '../../demo/server.ts';

const PAGE_SCRIPT = '/page-script.js';

/** The demo shop, with `page-script.js` as the first script of each page. */
export async function startRecordedShop(): Promise<RunningShop> {
  const shop = await startShop({ sandboxOptions: { retryAfterSeconds: 1 } });
  const front = new Hono();
  const script = await readFile(new URL('page-script.js', import.meta.url), 'utf8');
  front.get(PAGE_SCRIPT, (context) =>
    context.body(script, 200, { 'Content-Type': 'text/javascript' }),
  );
  front.all('*', async (context) => {
    const { pathname, search } = new URL(context.req.url);
    const answer = await proxy(`${shop.origin}${pathname}${search}`, context.req);
    if (!answer.headers.get('Content-Type')?.startsWith('text/html')) return answer;
    const page = await answer.text();
    const recorded = page.replace('<head>', `<head><script src="${PAGE_SCRIPT}"></script>`);
    answer.headers.delete('Content-Length');
    return new Response(recorded, answer);
  });
  const { origin, close } = await listenOnLoopback(front, 0);
  return {
    ...shop,
    origin,
    async close() {
      await close();
      await shop.close();
    },
  };
}
