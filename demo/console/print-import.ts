import { html } from 'hono/html';
import { count } from '../loop/diary.ts';
import type { ImportReport, RefusedLine } from '../loop/import-subscribers.ts';
import type { Markup } from '../page/markup.ts';
import { consoleAddress } from './action-form.ts';
import type { PrintedView } from './console-view.ts';

/** So many refused lines are shown. */
const MOST_REFUSED = 20;

/** Subscribers from a file, what became of its lines, and the way back to the beginning. */
export function printImport(view: PrintedView): Markup {
  return html`<section class="card import" id="import" data-part aria-labelledby="import-title">
    <h2 id="import-title">Import subscribers</h2>
    <form class="action" method="post" enctype="multipart/form-data" action="${consoleAddress('/loop/import', view)}">
      <label class="field is-wide"><span>A CSV file with the columns <code>email</code> and <code>variant</code> (id or SKU), the oldest first</span>
        <input type="file" id="import-file" name="file" accept=".csv,text/csv" required></label>
      <button>Import</button>
    </form>
    <div id="import-report" data-said>${view.imported ? printReport(view.imported) : ''}</div>
    <details id="reset"><summary>Begin again</summary>
      <p class="soft">All profiles, events, sales and settings of this console are forgotten.</p>
      <form class="action" method="post" action="/loop/reset"><button class="is-danger">Forget everything</button></form>
    </details>
  </section>`;
}

function printReport({ subscribed, refused }: ImportReport): Markup {
  const left = refused.length - MOST_REFUSED;
  return html`<p><strong>${count(subscribed, 'subscriber')} imported</strong>, ${count(refused.length, 'line')} refused.</p>
      ${refused.length === 0 ? '' : printRefused(refused.slice(0, MOST_REFUSED))}
      ${left > 0 ? html`<p class="soft">and ${left} more</p>` : ''}`;
}

function printRefused(lines: readonly RefusedLine[]): Markup {
  const rows = lines.map(
    ({ line, email, reason }) =>
      html`<tr><th scope="row">${line}</th><td class="email">${email || '–'}</td><td>${reason}</td></tr>`,
  );
  return html`<table>
      <caption>Refused lines</caption>
      <thead><tr><th scope="col">Line</th><th scope="col">E-mail</th><th scope="col">Why</th></tr></thead>
      <tbody>${rows}</tbody>
    </table>`;
}
