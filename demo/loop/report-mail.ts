import { html } from 'hono/html';
import { tellTime } from './diary.ts';
import type { DescribeVariant } from './inventory.ts';
import type { LoopState } from './loop-state.ts';
import { type ProductActivity, reportActivity, tellConversion } from './reports.ts';
import type { ReportMail } from './scheduled-reports.ts';

const CELL = 'padding: 6px 10px; border-bottom: 1px solid #dcd8d0; text-align: right;';
const NAME = 'padding: 6px 10px; border-bottom: 1px solid #dcd8d0; text-align: left;';

function productRow(product: ProductActivity) {
  const { productName, requests, notified, waiting } = product;
  const cells = [requests, notified, waiting, tellConversion(product)];
  return html`<tr>
<td style="${NAME}">${productName}</td>
${cells.map((cell) => html`<td style="${CELL}">${cell}</td>`)}
</tr>`;
}

function activityTable(activity: readonly ProductActivity[]) {
  if (activity.length === 0) return html`<p>Nobody asked, and nobody was notified.</p>`;
  const columns = ['Requests', 'Notified', 'Waiting', 'Converted'];
  return html`<table cellspacing="0" style="border-collapse: collapse; font-size: 14px;">
<thead>
<tr>
<th scope="col" style="${NAME}">Product</th>
${columns.map((column) => html`<th scope="col" style="${CELL}">${column}</th>`)}
</tr>
</thead>
<tbody>
${activity.map(productRow)}
</tbody>
</table>`;
}

/** The subject of a report's mail. */
export function tellReportSubject({ report }: ReportMail): string {
  return `Back in stock: your ${report.frequency} report`;
}

/**
 * The mail of a scheduled report as its reader gets it: the recent activity by product, as it was when the mail was sent. It
 * is a whole document with inline styles, as e-mail needs them.
 */
export function renderReportMail(
  mail: ReportMail,
  state: LoopState,
  describe: DescribeVariant,
): string {
  const subject = tellReportSubject(mail);
  const activity = reportActivity(state, describe, mail);
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${subject}</title>
</head>
<body style="margin: 0; padding: 24px; color: #23211d; font-family: Helvetica, Arial, sans-serif;">
<h1 style="margin: 0 0 8px; font-size: 20px;">${subject}</h1>
<p style="margin: 0 0 16px; color: #6b665c;">From ${tellTime(mail.from)} to ${tellTime(mail.to)}</p>
${activityTable(activity)}
<p style="margin: 16px 0 0; font-size: 12px; color: #6b665c;">This ${mail.report.frequency} report went to ${mail.report.email}.</p>
</body>
</html>`;
  return String(document);
}
