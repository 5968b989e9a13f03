import { html } from 'hono/html';
import { tellTime } from '../loop/diary.ts';
import type { DescribeVariant } from '../loop/inventory.ts';
import type { LoopState } from '../loop/loop-state.ts';
import {
  type Counts,
  type ProductActivity,
  reportActivity,
  tellConversion,
} from '../loop/reports.ts';
import type { ReportMail } from '../loop/scheduled-reports.ts';
import type { Markup } from '../page/markup.ts';

/** What is printed beside the numbers of the loop. */
interface Surroundings {
  readonly describe: DescribeVariant;
  readonly shop: string;
  readonly origin: string;
}

/** The mail as a whole document. Its styles are inline, as e-mail needs them. */
export function printReportMail(
  state: LoopState,
  { report, from, to }: ReportMail,
  { describe, shop, origin }: Surroundings,
): Markup {
  const activity = reportActivity(state, describe, { from, to });
  const period = `${tellTime(from)} to ${tellTime(to)}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Back in stock report of ${shop}</title>
</head>
<body style="margin: 0; padding: 24px 12px; background: #f4f2ee; color: #23211d; font-family: Helvetica, Arial, sans-serif; font-size: 16px; line-height: 1.5;">
<div style="max-width: 640px; margin: 0 auto; padding: 24px; border-radius: 8px; background: #ffffff;">
<p style="margin: 0; font-size: 14px; color: #6b665c;">${shop}</p>
<h1 style="margin: 8px 0 0; font-size: 26px; line-height: 1.25;">Back in stock: recent activity</h1>
<p style="margin: 8px 0 16px; color: #6b665c;">${period}</p>
${activity.length === 0 ? html`<p style="margin: 0 0 16px;">Nobody subscribed, waited or was notified.</p>` : activityTable(activity)}
<p style="margin: 0;"><a href="${origin}/loop/activity.csv" style="color: #23211d;">All activity (CSV)</a> · <a href="${origin}/loop/queue.csv" style="color: #23211d;">Everyone who waits (CSV)</a> · <a href="${origin}/loop" style="color: #23211d;">Change or cancel this report</a></p>
</div>
<p style="max-width: 640px; margin: 16px auto 0; font-size: 12px; color: #6b665c;">This ${report.frequency} report went to ${report.email}.</p>
</body>
</html>`;
}

const COLUMNS: readonly (readonly [title: string, read: (counts: Counts) => string | number])[] = [
  ['Requests', ({ requests }) => requests],
  ['Notified', ({ notified }) => notified],
  ['Waiting', ({ waiting }) => waiting],
  ['Converted', tellConversion],
];

function activityTable(activity: readonly ProductActivity[]): Markup {
  const titles = COLUMNS.map(
    ([title]) =>
      html`<th scope="col" style="padding: 6px 0 6px 12px; text-align: right;">${title}</th>`,
  );
  return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin: 0 0 16px; border-collapse: collapse; font-size: 14px;">
<thead><tr style="border-bottom: 2px solid #23211d;"><th scope="col" style="padding: 6px 0; text-align: left;">Product</th>${titles}</tr></thead>
<tbody>${activity.map(activityRow)}</tbody>
</table>`;
}

function activityRow(product: ProductActivity): Markup {
  const cells = COLUMNS.map(
    ([, read]) =>
      html`<td style="padding: 6px 0 6px 12px; text-align: right;">${read(product)}</td>`,
  );
  return html`<tr style="border-bottom: 1px solid #d8d3c8;"><th scope="row" style="padding: 6px 0; text-align: left; font-weight: normal;">${product.productName}</th>${cells}</tr>
`;
}
