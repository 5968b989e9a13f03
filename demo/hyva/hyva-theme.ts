import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { Markup } from '../page/markup.ts';
import { type PageRequest, readPageRequest, replaceRequireJs } from '../page/page-request.ts';

/** Hyvä's two themes. `csp` works without `unsafe-eval`, on another build of Alpine. */
export type HyvaTheme = 'default' | 'csp';

/** What the address of a Hyvä page asks for. */
export interface HyvaRequest extends PageRequest {
  readonly theme: HyvaTheme;
  /** Whether structured data in the price say if the product can be bought. Not all of Hyvä's templates have them. */
  readonly hasOffer: boolean;
}

/**
 * Reads the query parameters of a Hyvä page: those of Luma's pages and two more. `store=none` leaves the store out of the
 * widget's configuration (a merchant has to set it, because no Hyvä page contains it). With `offer=none` no structured
 * data say whether the product can be bought.
 */
export function readHyvaRequest(parameters: URLSearchParams, theme: HyvaTheme): HyvaRequest {
  const request = readPageRequest(parameters);
  const store = parameters.get('store') === 'none' ? {} : { store: '1' };
  return {
    ...request,
    theme,
    hasOffer: parameters.get('offer') !== 'none',
    way: replaceRequireJs(request.way),
    options: { ...store, ...request.options },
  };
}

/** The address of a product page in a theme. */
export function pageAddress(page: string, theme: HyvaTheme): string {
  return theme === 'csp' ? `/hyva-csp/${page}` : `/hyva/${page}`;
}

/** The code that registers a component of Alpine, which the CSP theme needs for each. */
export function registerComponent(name: string): string {
  return `window.addEventListener('alpine:init', () => Alpine.data('${name}', ${name}), { once: true });`;
}

/** The value of `x-data` for a component: a call in the default theme, a name where Alpine may not evaluate code. */
export function nameComponent(theme: HyvaTheme, name: string): string {
  return theme === 'csp' ? name : `${name}()`;
}

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
