import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Context, Hono } from 'hono';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import { answerPrinted, renameProduct, strictPolicy } from '../page/answer-page.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { hyvaPage } from './hyva-page.ts';
import { createInlineScripts, type HyvaTheme, readHyvaRequest } from './hyva-theme.ts';

/** The product pages in Hyvä's two themes, and the build of Alpine that each theme runs on. */
export function createHyvaPages(sandbox: Sandbox, endpoint: string): Hono {
  const pages = new Hono();
  pages.get('/hyva/:page', (context) => showProduct(context, 'default', sandbox, endpoint));
  pages.get('/hyva-csp/:page', (context) => showProduct(context, 'csp', sandbox, endpoint));
  pages.get('/static/hyva/alpine3.min.js', (context) => sendAlpine(context, 'default'));
  pages.get('/static/hyva-csp/alpine3.min.js', (context) => sendAlpine(context, 'csp'));
  return pages;
}

/** Alpine and the inline scripts of the default theme do not run without these sources. */
const DEFAULT_THEME_SOURCES = ["'unsafe-inline'", "'unsafe-eval'"];

function showProduct(context: Context, theme: HyvaTheme, sandbox: Sandbox, endpoint: string) {
  const product = CATALOGUE.find(({ page }) => page === context.req.param('page'));
  if (!product) return context.text('There is no such product.', 404);
  const scripts = createInlineScripts();
  return answerPrinted(context, {
    read: (parameters) => readHyvaRequest(parameters, theme),
    print: (request) => hyvaPage(renameProduct(product, request), request, scripts, endpoint),
    policy: () =>
      strictPolicy(sandbox.origin, theme === 'csp' ? scripts.hashes : DEFAULT_THEME_SOURCES),
  });
}

const { resolve } = createRequire(import.meta.url);

async function sendAlpine(context: Context, theme: HyvaTheme): Promise<Response> {
  const entry = resolve(theme === 'csp' ? '@alpinejs/csp' : 'alpinejs');
  const file = entry.replace(/module\.cjs\.js$/, 'cdn.min.js');
  return context.body(await readFile(file, 'utf8'), 200, {
    'Content-Type': 'text/javascript; charset=utf-8',
  });
}
