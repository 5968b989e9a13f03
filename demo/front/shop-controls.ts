import { html } from 'hono/html';
import type { GRAPHQL_MODES } from '../graphql/answer-graphql.ts';
import type { Markup } from '../page/markup.ts';
import type { CUSTOMERS, PRODUCT_TAGS, Way } from '../page/page-request.ts';

/** The values of a control, each with its label. */
type Choices<Value extends string = string> = readonly (readonly [value: Value, label: string])[];

const WAYS_FOR_MERCHANTS: Choices<Way> = [
  ['script', 'Script tag'],
  ['module', 'Magento module'],
  ['requirejs', 'RequireJS (x-magento-init)'],
  ['mage-init', 'RequireJS (data-mage-init)'],
  ['require', 'RequireJS (require call)'],
  ['esm', 'ES module'],
  ['script-json', 'Script tag and JSON tag'],
  ['script-init', 'Script tag and init call'],
  ['script-late', 'Script tag by a tag manager'],
  ['none', 'Without the widget'],
];

const MAGENTO_VERSIONS = ['2.4.6', '2.4.1', '2.3.5'];

const PRODUCT_DATA: Choices<(typeof PRODUCT_TAGS)[number]> = [
  ['none', 'None'],
  ['tag', 'Complete'],
  ['broken', 'Breaks off'],
  ['wrong', 'Of a wrong shape'],
];

const GRAPHQL_ANSWERS: Choices<(typeof GRAPHQL_MODES)[number]> = [
  ['ok', 'Normal'],
  ['slow', 'Slow'],
  ['hang', 'None at all'],
  ['empty', 'Finds nothing'],
  ['error', 'GraphQL error'],
  ['500', 'Server error (500)'],
  ['html', 'An HTML page'],
  ['blank', 'Without content'],
  ['broken', 'Cut off'],
];

const SHOPPERS: Choices<(typeof CUSTOMERS)[number]> = [
  ['none', 'Guest'],
  ['klaviyo', "Known to Klaviyo's extension"],
  ['session', 'Logged in'],
];

const TRANSPORTS: Choices = [
  ['onsite', 'Front-end request'],
  ['client', 'Current client API'],
  ['relay', 'Relay of the shop'],
];

const OFF_OR_ON: Choices = [
  ['off', 'Off'],
  ['on', 'On'],
];

/** The controls above the frame. They set what the shop page in the frame is like, and how the shop behind it answers. */
export function shopControls(): Markup {
  return html`<form class="controls" autocomplete="off">
    <div class="controls-row">
    ${pick('way', 'Way of use', WAYS_FOR_MERCHANTS)}
    ${pick(
      'magento',
      'Magento',
      MAGENTO_VERSIONS.map((version) => [version, version]),
    )}
    ${choice('stock', 'Out-of-stock products', [
      ['shown', 'Shown'],
      ['hidden', 'Hidden'],
    ])}
    ${choice('viewport', 'Viewport', [
      ['desktop', 'Desktop'],
      ['phone', 'Phone'],
    ])}
    </div>
    <div class="controls-row">
    ${pick('data', 'Product data on the page', PRODUCT_DATA)}
    ${pick('graphql', "GraphQL's answer", GRAPHQL_ANSWERS)}
    ${pick('customer', 'Shopper', SHOPPERS)}
    </div>
    <div class="controls-row">
    ${pick('api', 'Transport', TRANSPORTS)}
    ${choice('newsletter', 'Newsletter box', OFF_OR_ON)}
    ${choice('consent', 'Consent box', OFF_OR_ON)}
    </div>
  </form>
  <div class="expectation">
    <p aria-live="polite"></p>
    <a href="/shop/trail-runner" target="_blank">Open in its own tab</a>
  </div>`;
}

function pick(name: string, label: string, values: Choices): Markup {
  return html`<label class="pick"><span class="pick-label">${label}</span>
      <select name="${name}">${values.map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select>
    </label>`;
}

function choice(name: string, legend: string, values: Choices): Markup {
  return html`<fieldset class="choice">
    <legend>${legend}</legend>
    <div>${values.map(
      ([value, label], place) =>
        html`<label><input type="radio" name="${name}" value="${value}" ${place === 0 ? 'checked' : ''}><span class="choice-label">${label}</span></label>`,
    )}</div>
  </fieldset>`;
}
