import { Hono } from 'hono';
import { type Listening, listenOnLoopback } from '../../demo/listen-on-loopback.ts';

/** What "Move JS code to the bottom of the page" does: all scripts, data or not, in their order before `</body`. */
export function moveScriptsToBottom(html: string): string {
  const scripts: string[] = [];
  const rest = html.replaceAll(/<script.*?<\/script>/gs, (script) => {
    scripts.push(script);
    return '';
  });
  return rest.replace('</body', () => `${scripts.join('\n')}\n</body`);
}

const MERGED = '/static/_cache/merged/0123456789abcdef.min.js';
const BEFORE = "window.others = ['before']";
const AFTER = "(function () { window.others.push('after') })()";

/** What "Merge JavaScript Files" does to the tag of the module's script, where other modules have deferred ones too. */
export function mergeScripts(html: string): string {
  return html.replace(
    /(<script[^>]* src=")([^"]*back-in-stock\.min\.js)"/,
    `$1${MERGED}?original=$2"`,
  );
}

/** One file, with nothing but a semicolon between the scripts; the others add their names to `window.others`. */
async function merge(original: URL): Promise<Response> {
  const script = await (await fetch(original)).text();
  return new Response([BEFORE, script, AFTER].join(';'), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
}

/**
 * The shop under an origin of its own, with pages that are changed before the browser gets them. It is a server, for a
 * page that Playwright answers in its place may send nothing to this computer.
 */
export function startChangedShop(
  origin: string,
  change: (html: string) => string,
): Promise<Listening> {
  const shop = new Hono();
  shop.get(MERGED, (context) => merge(new URL(context.req.query('original') ?? '', origin)));
  shop.get('*', async (context) => {
    const { pathname, search } = new URL(context.req.url);
    const response = await fetch(new URL(pathname + search, origin));
    if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
    const headers = new Headers(response.headers);
    headers.delete('content-length');
    return new Response(change(await response.text()), { status: response.status, headers });
  });
  return listenOnLoopback(shop, 0);
}
