import { html } from 'hono/html';
import type { Frequency } from '../loop/actions.ts';
import type { ReportMail, ScheduledReport } from '../loop/scheduled-reports.ts';
import type { Markup } from '../page/markup.ts';
import { actionButton, actionForm } from './action-form.ts';
import type { PrintedView } from './console-view.ts';
import { tellMoment } from './virtual-times.ts';

const FREQUENCIES: Readonly<Record<Frequency, string>> = {
  daily: 'Daily',
  weekly: 'Weekly',
  monthly: 'Monthly',
};

/** So many of the latest mails can be opened. */
const MOST_MAILS = 5;

/** Who gets the report how often, and the mails that were sent. */
export function printScheduledReports(view: PrintedView): Markup {
  const { reports } = view.loop.state;
  const scheduled = [...reports.list()];
  return html`<h3>Scheduled reports</h3>
    <p class="path">Account › Settings › More › Back in Stock Reports</p>
    ${scheduled.length > 0 ? printTable(view, scheduled) : html`<p class="soft">Nobody gets this report by e-mail yet.</p>`}
    ${printSubscribeForm(view)}
    ${printMails(reports.mails)}`;
}

function printTable(view: PrintedView, scheduled: readonly ScheduledReport[]): Markup {
  return html`<table class="scheduled">
      <caption class="visually-hidden">Scheduled reports</caption>
      <thead><tr><th scope="col">Who receives it</th><th scope="col">Frequency</th><th scope="col"><span class="visually-hidden">Cancel</span></th></tr></thead>
      <tbody>${scheduled.map((report) => printReport(view, report))}</tbody>
    </table>`;
}

function printReport(view: PrintedView, { id, email, frequency }: ScheduledReport): Markup {
  const label = html`Cancel<span class="visually-hidden"> the report to ${email}</span>`;
  const cancel = actionButton(view, label, { action: 'cancel-report', report: String(id) });
  return html`<tr><th scope="row" class="email">${email}</th><td>${FREQUENCIES[frequency]}</td><td>${cancel}</td></tr>`;
}

function printSubscribeForm(view: PrintedView): Markup {
  const options = Object.entries(FREQUENCIES).map(
    ([frequency, label]) => html`<option value="${frequency}">${label}</option>`,
  );
  const content = html`<label class="field is-wide">E-mail address <input type="email" id="report-email" name="email" autocomplete="off" required></label>
      <label class="field">Frequency <select id="report-frequency" name="frequency">${options}</select></label>
      <button name="action" value="schedule-report">Subscribe</button>`;
  return actionForm(view, content);
}

/** The address of a mail has its number, counted from 1 in the order in which the mails were sent. */
function printMails(mails: readonly ReportMail[]): Markup | '' {
  if (mails.length === 0) return '';
  const numbered = mails.map((mail, place) => ({ mail, number: place + 1 }));
  const latest = numbered.slice(-MOST_MAILS).reverse();
  return html`<h4>Sent reports</h4>
    <ul class="mails">${latest.map(
      ({ mail, number }) =>
        html`<li><a href="/loop/reports/${number}" target="_blank">${FREQUENCIES[mail.report.frequency]} report of ${tellMoment(mail.to)}</a> to <span class="email">${mail.report.email}</span></li>`,
    )}</ul>`;
}
