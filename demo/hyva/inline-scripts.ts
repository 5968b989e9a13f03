import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { Markup } from '../page/markup.ts';
import type { HyvaTheme } from './hyva-request.ts';

/** The inline scripts of one page. The strict policy of the CSP theme allows exactly these, by their hashes. */
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

/** The code that registers a component of Alpine, which the CSP theme needs for each. */
export function registerComponent(name: string): string {
  return `window.addEventListener('alpine:init', () => Alpine.data('${name}', ${name}), { once: true });`;
}

/** The value of `x-data` for a component: a call in the default theme, a name where Alpine may not evaluate code. */
export function nameComponent(theme: HyvaTheme, name: string): string {
  return theme === 'csp' ? name : `${name}()`;
}
