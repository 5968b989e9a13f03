import { Hono } from 'hono';
import { readBundle } from '../../build/bundles.ts';
import { listenOnLoopback } from '../../demo/listen-on-loopback.ts';
import { startShop } from '../../demo/server.ts';
import type { Built } from './build-candidates.ts';

/** The demo shop, in whose pages any candidate can take the place of the widget's script. */
export interface BenchShop {
  readonly origin: string;
  /** The address of a page of the demo with this candidate on it. */
  address(candidate: string, path: string, parameters?: Readonly<Record<string, string>>): string;
  /** The page of the demo at this path, as the server prints it. */
  read(path: string): Promise<string>;
  /** Puts a page of the bench's own at this path. */
  put(path: string, page: string, headers?: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}

/** Everything of the bench has addresses below this one. */
export const FILES = '/bench/';

/** The widget's script tag up to its address. What follows are its settings, which the candidates get as well. */
const WIDGET = /<script ([a-z]*) src="\/dist\/back-in-stock\.js"/g;

const TYPES = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' };

const FORM = 'back-in-stock.form.js';

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';

/** Starts the shop. */
export async function startBenchShop(built: ReadonlyMap<string, Built>): Promise<BenchShop> {
  const pages = new Map<string, Response>();
  const demo = await startShop();
  const app = new Hono();
  app.get(`${FILES}:candidate/script.js`, ({ req, body }) =>
    body(built.get(req.param('candidate'))?.script ?? '', 200, { 'Content-Type': TYPES.js }),
  );
  app.get(`${FILES}:candidate/style.css`, ({ req, body }) =>
    body(built.get(req.param('candidate'))?.style ?? '', 200, { 'Content-Type': TYPES.css }),
  );
  // The widget finds its form beside its script, by the name of that.
  app.get(`${FILES}:candidate/script.form.js`, ({ body }) =>
    body(readBundle(FORM), 200, { 'Content-Type': TYPES.js }),
  );
  // Where Sentry sends what a shopper has written.
  app.post('/api/:project/envelope/', ({ json }) => json({}));
  // A picture costs the page much time, and nothing that is measured draws one.
  app.get('/media/*', ({ body }) => body(PICTURE, 200, { 'Content-Type': 'image/svg+xml' }));
  app.all('*', async ({ req }) => {
    const { pathname, search, searchParams } = new URL(req.url);
    const { method, headers } = req.raw;
    const content = method === 'GET' ? null : await req.arrayBuffer();
    const own = pages.get(pathname);
    const answer =
      own?.clone() ??
      (await fetch(demo.origin + pathname + search, { method, headers, body: content }));
    const candidate = searchParams.get('candidate');
    if (candidate === null) return new Response(answer.body, answer);
    const page = await answer.text();
    const tags = printTags(candidate, built.get(candidate));
    return new Response(page.replaceAll(WIDGET, tags), {
      headers: { 'Content-Type': 'text/html' },
    });
  });
  const server = await listenOnLoopback(app, 0);
  return {
    origin: server.origin,
    address(candidate, path, parameters = {}) {
      const query = new URLSearchParams({ delay: '50', way: 'script', ...parameters, candidate });
      return `${server.origin}${path}?${query}`;
    },
    read: async (path) => (await fetch(demo.origin + path)).text(),
    put(path, page, headers) {
      pages.set(path, new Response(page, { headers: { 'Content-Type': 'text/html', ...headers } }));
    },
    async close() {
      await server.close();
      await demo.close();
    },
  };
}

/** The beginning of the script tag, after the link to the style where there is one. */
function printTags(candidate: string, built: Built | undefined): string {
  const folder = `${FILES}${candidate}`;
  const style = built?.style ? `<link rel="stylesheet" href="${folder}/style.css">` : '';
  return `${style}<script $1 src="${folder}/script.js"`;
}
