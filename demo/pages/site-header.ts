import { html } from 'hono/html';
import type { Markup } from './markup.ts';

/** The head of every page of the shop. */
export function siteHeader(): Markup {
  return html`<header class="page-header">
    <div class="header content">
      <a class="logo" href="/shop/trail-runner" aria-label="Fernweh Supply">Fernweh Supply</a>
      <nav class="navigation" aria-label="Shop"><a href="/shop/trail-runner">Shoes</a><a href="/shop/harbour-jacket">Clothing</a><a href="/shop/enamel-mug">Camp</a></nav>
    </div>
  </header>`;
}
