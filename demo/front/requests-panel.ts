import { html } from 'hono/html';
import type { Markup } from '../pages/markup.ts';
import { PUBLIC_KEY } from '../sandbox/public-key.ts';
import { REFUSED_EMAIL } from '../sandbox/refused-email.ts';
import type { SandboxMode } from '../sandbox/sandbox-mode.ts';

const MODE_LABELS: Readonly<Record<SandboxMode, string>> = {
  normal: 'Normal',
  slow: 'Slow: answers after some seconds',
  missing: 'A field is missing (400)',
  429: 'Too many requests (429)',
  500: 'Server error (500)',
  html: 'An HTML page instead of JSON',
  empty: 'An empty answer',
  truncated: 'An answer that is cut off',
  offline: 'Offline: no answer at all',
};

/** What the sandbox received and answered, and how it shall behave. */
export function requestsPanel(endpoint: string): Markup {
  return html`<section class="panel" aria-labelledby="panel-title">
    <h2 id="panel-title">What Klaviyo receives</h2>
    <div class="panel-controls">
      <label class="pick"><span class="pick-label">Klaviyo's answer</span>
        <select id="mode">${Object.entries(MODE_LABELS).map(([mode, label]) => html`<option value="${mode}">${label}</option>`)}</select>
      </label>
      <button type="button" id="reset">Reset</button>
    </div>
    <details class="hints">
      <summary>Hints</summary>
      <ul>
        <li>The public key is <code>${PUBLIC_KEY}</code>; any other one is refused (see “Wrong API key”).</li>
        <li>Any e-mail address will do. <code>${REFUSED_EMAIL}</code> provokes Klaviyo's answer to an invalid one.</li>
        <li>Subscribe twice with the same address: the answer is the same, and no second event is created.</li>
        <li>Klaviyo answers to an unknown variant with success too, but creates no event. Only the note below tells.</li>
        <li>The pages send to <code>${endpoint}</code>.</li>
      </ul>
    </details>
    <p class="panel-state" role="status">No request yet. Press “Notify me when available” in the shop and subscribe.</p>
    <ol class="requests"></ol>
    <template id="request-template">
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
    </template>
  </section>`;
}
