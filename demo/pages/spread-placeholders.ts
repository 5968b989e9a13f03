import { html } from 'hono/html';
import type { Markup } from './markup.ts';

/** Spreads the placeholders over the places where merchants put them. */
export function spreadPlaceholders(count: number): (place: number) => Markup[] {
  const places = 4;
  return (place) =>
    Array.from({ length: count }, (_, index) => index)
      .filter((index) => index % places === place)
      .map(() => html`<div data-back-in-stock></div>`);
}
