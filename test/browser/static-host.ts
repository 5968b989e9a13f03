import { Hono } from 'hono';
import { type Bundle, type LanguageFile, readBundle } from '../../build/bundles.ts';
import { type Listening, listenOnLoopback } from '../../demo/listen-on-loopback.ts';

/** A host of static files that is not the shop's, with whatever names the files have there. */
export interface StaticHost extends Listening {
  /** The paths that were asked for, with their queries. */
  readonly requests: readonly string[];
}

export interface StaticHostOptions {
  /** Whether pages of other hosts may read what it serves (CORS). */
  readonly isOpen?: boolean;
  /** What it makes of a file. */
  readonly change?: (code: string, path: string) => string;
}

/** Starts one with the script, the RequireJS module, the form and the languages, under every name that says which of them is meant. */
export async function startStaticHost({
  isOpen = false,
  change = (code) => code,
}: StaticHostOptions = {}): Promise<StaticHost> {
  const requests: string[] = [];
  const app = new Hono();
  app.get('*', (context) => {
    const { pathname, search } = new URL(context.req.url);
    if (!pathname.endsWith('.js')) return context.notFound();
    requests.push(pathname + search);
    const kind = /\.(form|amd|[a-z]{2}(-\w+)?)\./.exec(pathname)?.[0] ?? '.';
    const code = readBundle(`back-in-stock${kind}js` as Bundle | LanguageFile);
    return context.body(change(code, pathname), 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      ...(isOpen && { 'Access-Control-Allow-Origin': '*' }),
    });
  });
  const listening = await listenOnLoopback(app, 0);
  return { ...listening, requests };
}
