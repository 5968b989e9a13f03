import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Context, Hono } from 'hono';
import { html, raw } from 'hono/html';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import type { Markup } from '../page/page-parts.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { hyvaPage } from './hyva-page.ts';
import { type HyvaTheme, readHyvaRequest } from './hyva-request.ts';

const { resolve } = createRequire(import.meta.url);

/** The build of Alpine that a theme runs on. */
function alpineFile(theme: HyvaTheme): string {
  const entry = resolve(theme === 'csp' ? '@alpinejs/csp' : 'alpinejs');
  return entry.replace(/module\.cjs\.js$/, 'cdn.min.js');
}

async function sendAlpine(context: Context, theme: HyvaTheme): Promise<Response> {
  return context.body(await readFile(alpineFile(theme), 'utf8'), 200, {
    'Content-Type': 'text/javascript; charset=utf-8',
  });
}

function showProduct(context: Context, theme: HyvaTheme, sandbox: Sandbox, endpoint: string) {
  const product = CATALOGUE.find(({ page }) => page === context.req.param('page'));
  if (!product) return context.text('There is no such product.', 404);
  try {
    const request = readHyvaRequest(new URL(context.req.url).searchParams, theme);
    const named = { ...product, name: request.name ?? product.name };
    const scripts = createInlineScripts();
    const page = hyvaPage(named, request, scripts, endpoint);
    if (request.hasStrictPolicy) {
      const policy = hyvaSecurityPolicy(theme, scripts.hashes, sandbox.origin);
      context.header('Content-Security-Policy', policy);
    }
    return context.html(page);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return context.text(`"options" must be a JSON object: ${error.message}.`, 400);
  }
}

/** The product pages in Hyvä's two themes, and the builds of Alpine that they run on. */
export function createHyvaPages(sandbox: Sandbox, endpoint: string): Hono {
  const pages = new Hono();
  pages.get('/hyva/:page', (context) => showProduct(context, 'default', sandbox, endpoint));
  pages.get('/hyva-csp/:page', (context) => showProduct(context, 'csp', sandbox, endpoint));
  pages.get('/static/hyva/alpine3.min.js', (context) => sendAlpine(context, 'default'));
  pages.get('/static/hyva-csp/alpine3.min.js', (context) => sendAlpine(context, 'csp'));
  return pages;
}

/** The inline scripts of one page. As in Hyvä's CSP theme each is registered, for the policy to allow it. */
export interface InlineScripts {
  print(code: string): Markup;
  /** Sources for `script-src`, one for each script printed so far. */
  readonly hashes: readonly string[];
}

export function createInlineScripts(): InlineScripts {
  const hashes: string[] = [];
  return {
    hashes,
    print(code) {
      hashes.push(`'sha256-${createHash('sha256').update(code).digest('base64')}'`);
      return html`<script>${raw(code)}</script>`;
    },
  };
}

/** What Alpine and the inline scripts of the default theme cannot do without. */
const DEFAULT_THEME = ["'unsafe-inline'", "'unsafe-eval'"];

/** The strictest Content-Security-Policy under which a theme works. */
export function hyvaSecurityPolicy(
  theme: HyvaTheme,
  hashes: readonly string[],
  sandboxOrigin: string,
): string {
  const scripts = theme === 'csp' ? hashes : DEFAULT_THEME;
  const directives = [
    "default-src 'none'",
    `script-src 'self' ${scripts.join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${sandboxOrigin}`,
    "base-uri 'self'",
    "form-action 'self'",
  ];
  return directives.join('; ');
}
