import { html } from 'hono/html';
import type { Markup } from '../page/markup.ts';
import { PUBLIC_KEY, REFUSED_EMAIL } from '../sandbox/account.ts';
import { MODE_GROUPS } from '../sandbox/modes.ts';

const TIMES: readonly (readonly [string, string])[] = [
  ['', 'Every time'],
  ['1', 'Once'],
  ['2', 'Twice'],
  ['3', 'Three times'],
  ['5', 'Five times'],
];

/** The panel that shows what the sandbox received and answered, and sets how it answers. */
export function requestsPanel(endpoint: string): Markup {
  return html`<section class="panel" aria-labelledby="panel-title">
    <h2 id="panel-title">What Klaviyo receives</h2>
    <div class="panel-controls">
      <label class="pick"><span class="pick-label">Klaviyo's answer</span>
        <select id="mode">${MODE_GROUPS.map(modeGroup)}</select>
      </label>
      <label class="pick"><span class="pick-label">How often</span>
        <select id="times">${TIMES.map(([times, label]) => html`<option value="${times}">${label}</option>`)}</select>
      </label>
      <button type="button" id="reset" title="Forgets every request, and begins again what Klaviyo does then">Reset</button>
    </div>
    <details class="hints">
      <summary>Hints</summary>
      <ul>
        <li>The public key is <code>${PUBLIC_KEY}</code>; any other one is refused (see “Wrong API key”).</li>
        <li>Any e-mail address will do. <code>${REFUSED_EMAIL}</code> provokes Klaviyo's answer to an invalid one.</li>
        <li>Subscribe twice with the same address: the answer is the same, and no second event is created.</li>
        <li>What becomes of an event, up to the e-mail to the shopper, is seen under <a href="/loop">What Klaviyo does then</a>. “Reset” begins all of it again, the stock of the shop included.</li>
        <li>Klaviyo answers to an unknown variant with success too, but creates no event. Only the note below tells.</li>
        <li>“How often” lets a trouble pass by itself, to see what becomes of a request that is sent again.</li>
        <li>What cannot be sent is kept in the browser. It is sent again while the page is open, and with the next page.</li>
        <li>With the newsletter box ticked, the shopper's consent is recorded beside the event; the current client API gets a request of its own for it.</li>
        <li>The pages send to <code>${endpoint}</code>, to the current client API on the same sandbox, or to <code>/back-in-stock/subscribe</code> on the shop's own origin, as “Transport” says.</li>
      </ul>
    </details>
    <p class="panel-state" role="status">No request yet. Press “Notify me when available” in the shop and subscribe.</p>
    <ol class="requests"></ol>
    ${requestTemplate()}
  </section>`;
}

/** The page's script copies this for each request. */
function requestTemplate(): Markup {
  return html`<template id="request-template">
      <li class="request">
        <p class="request-line"><strong class="request-method"></strong> <span class="request-url"></span></p>
        <p class="request-note"></p>
        <h3>Body as sent</h3>
        <pre class="request-body" tabindex="0"></pre>
        <table><caption>Fields</caption><tbody></tbody></table>
        <h3>Answer <span class="request-status"></span></h3>
        <pre class="request-answer" tabindex="0"></pre>
        <p class="request-time"></p>
      </li>
    </template>`;
}

function modeGroup([title, labels]: (typeof MODE_GROUPS)[number]): Markup {
  const options = labels.map(([mode, label]) => html`<option value="${mode}">${label}</option>`);
  return html`<optgroup label="${title}">${options}</optgroup>`;
}
