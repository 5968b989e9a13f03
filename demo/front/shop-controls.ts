import { html } from 'hono/html';
import type { Markup } from '../pages/markup.ts';
import type { Way } from '../pages/page-request.ts';

const WAYS_FOR_MERCHANTS: readonly (readonly [Way, string])[] = [
  ['script', 'Script tag'],
  ['requirejs', 'RequireJS (x-magento-init)'],
  ['mage-init', 'RequireJS (data-mage-init)'],
  ['require', 'RequireJS (require call)'],
  ['esm', 'ES module'],
  ['script-json', 'Script tag and JSON tag'],
  ['script-init', 'Script tag and init call'],
  ['none', 'Without the widget'],
];

function choice(
  name: string,
  legend: string,
  values: readonly (readonly [string, string])[],
): Markup {
  return html`<fieldset class="choice">
    <legend>${legend}</legend>
    <div>${values.map(
      ([value, label], place) =>
        html`<label><input type="radio" name="${name}" value="${value}" ${place === 0 ? 'checked' : ''}><span class="choice-label">${label}</span></label>`,
    )}</div>
  </fieldset>`;
}

/** How the shop page in the frame is to be: the controls above it. */
export function shopControls(): Markup {
  return html`<form class="controls" autocomplete="off">
    <label class="pick"><span class="pick-label">Way of use</span>
      <select name="way">${WAYS_FOR_MERCHANTS.map(([way, label]) => html`<option value="${way}">${label}</option>`)}</select>
    </label>
    <label class="pick"><span class="pick-label">Magento</span>
      <select name="magento"><option>2.4.6</option><option>2.4.1</option><option>2.3.5</option></select>
    </label>
    ${choice('stock', 'Out-of-stock products', [
      ['shown', 'Shown'],
      ['hidden', 'Hidden'],
    ])}
    ${choice('viewport', 'Viewport', [
      ['desktop', 'Desktop'],
      ['phone', 'Phone'],
    ])}
  </form>
  <div class="expectation">
    <p aria-live="polite"></p>
    <a href="/shop/trail-runner" target="_blank">Open in its own tab</a>
  </div>`;
}
