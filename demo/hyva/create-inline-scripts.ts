import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { Markup } from '../pages/markup.ts';

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
