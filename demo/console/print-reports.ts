import { html } from 'hono/html';
import { type Counts, type ProductActivity, tellConversion } from '../loop/reports.ts';
import type { Markup } from '../page/markup.ts';
import type { PrintedView } from './console-view.ts';
import { printScheduledReports } from './print-scheduled-reports.ts';

/** So many products are shown; the file has all. */
const MOST_PRODUCTS = 10;

/** The back in stock reports: the recent activity, its files, and who gets it by e-mail. */
export function printReports(view: PrintedView): Markup {
  const { activity } = view;
  const left = activity.length - MOST_PRODUCTS;
  return html`<section class="card reports" id="reports" data-part aria-labelledby="reports-title">
    <h2 id="reports-title">Back in stock reports</h2>
    ${activity.length === 0 ? html`<p class="soft">No activity yet. The first subscription starts the report.</p>` : printActivity(activity.slice(0, MOST_PRODUCTS))}
    ${left > 0 ? html`<p class="soft">and ${left} more, in the file</p>` : ''}
    <p class="downloads">
      <a class="button" href="/loop/activity.csv" download>Export activity (CSV)</a>
      <a class="button" href="/loop/queue.csv" download>Export everyone queued (CSV)</a>
    </p>
    ${printScheduledReports(view)}
  </section>`;
}

function printActivity(activity: readonly ProductActivity[]): Markup {
  const hasSkipped = activity.some(({ skipped }) => skipped > 0);
  return html`<table class="numbers activity">
      <caption>Recent activity by product</caption>
      <thead><tr><th scope="col">Product</th><th scope="col">Requests</th><th scope="col">Notified</th>${hasSkipped ? html`<th scope="col">Skipped</th>` : ''}<th scope="col">Waiting</th><th scope="col">Converted</th></tr></thead>
      ${activity.map((product) => printProduct(product, hasSkipped))}
    </table>
    <p class="soft">Converted: the share of the requests that went from waiting to notified.</p>`;
}

function printProduct(product: ProductActivity, hasSkipped: boolean): Markup {
  const { productName, variants } = product;
  const named = variants.filter(({ options }) => options !== '');
  const rows = named.map(
    (variant) =>
      html`<tr class="activity-variant"><th scope="row">${variant.options}</th>${printCounts(variant, hasSkipped)}</tr>`,
  );
  return html`<tbody><tr><th scope="row">${productName}</th>${printCounts(product, hasSkipped)}</tr>${rows}</tbody>`;
}

function printCounts(counts: Counts, hasSkipped: boolean): Markup {
  const { requests, notified, skipped, waiting } = counts;
  return html`<td>${requests}</td><td>${notified}</td>${hasSkipped ? html`<td>${skipped}</td>` : ''}<td>${waiting}</td><td>${tellConversion(counts) || '–'}</td>`;
}
