import { type Context, Hono } from 'hono';
import { type Listening, listenOnLoopback } from '../../demo/listen-on-loopback.ts';

/** What is put into the pages of the shop, which have no widget then. */
export interface Patch {
  /** At the end of the head. */
  readonly head?: string;
  /** At the end of the body. */
  readonly bodyEnd?: string;
  /** The Content Security Policy, in the place of the page's own. */
  readonly policy?: string;
  /** What the shop's own scripts carry for that policy. */
  readonly nonce?: string;
  /** Leaves Luma's scripts out, as policies do; left out: with a policy alone. */
  readonly isPlain?: boolean;
}

/** Starts a host that has everything that the shop has, with tags and policies of the test's own. */
export async function startPatchedShop(
  shop: string,
  { head = '', bodyEnd = '', policy, nonce }: Patch,
): Promise<Listening> {
  async function answer(context: Context): Promise<Response> {
    const { pathname, search } = new URL(context.req.url);
    const response = await fetch(shop + pathname + search);
    const type = response.headers.get('content-type') ?? '';
    const text = await response.text();
    if (!type.startsWith('text/html')) return context.body(text, 200, { 'Content-Type': type });
    const patched = text
      .replaceAll(/<script(?=[\s>])/g, nonce ? `<script nonce="${nonce}"` : '<script')
      .replace('</head>', () => `${head}</head>`)
      .replace('</body>', () => `${bodyEnd}</body>`);
    return context.html(patched, 200, policy ? { 'Content-Security-Policy': policy } : {});
  }
  const app = new Hono();
  app.get('*', answer);
  return listenOnLoopback(app, 0);
}
