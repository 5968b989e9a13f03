import { html } from 'hono/html';
import { HOUR } from '../loop/clock.ts';
import { count, tellTime } from '../loop/diary.ts';
import { type HistoryPoint, listHistory } from '../loop/history.ts';
import type { Markup } from '../page/markup.ts';
import type { PrintedView } from './console-view.ts';
import { closeArea, drawSteps, findMost, PLOT_HEIGHT, PLOT_WIDTH, placeTime } from './plot.ts';
import { tellMoment } from './virtual-times.ts';

/** So many of the latest changes are told in words, and so many of the latest batches are marked. */
const MOST_CHANGES = 12;
const MOST_BATCHES = 60;

const LEGEND = html`<ul class="plot-legend" aria-hidden="true"><li class="is-batch">A batch is notified</li><li class="is-wait">Wait time between notifications</li></ul>`;

/** What both plots of a variant share. */
interface Story {
  readonly points: readonly HistoryPoint[];
  /** Whether more is known than the stock with which the variant was listed. */
  readonly hasBegun: boolean;
  readonly batches: readonly number[];
  readonly waitUntil: number | undefined;
  readonly now: number;
  readonly from: number;
  readonly to: number;
}

/** The queue and the inventory of the shown variant over time, one below the other. */
export function printPlot(view: PrintedView): Markup {
  const { item, nameOf } = view;
  return html`<section class="card plots" id="plots" data-part aria-labelledby="plots-title">
    <h2 id="plots-title">Queue and inventory over time</h2>
    ${item ? html`<p class="soft">${nameOf(item.id)}</p>${printStory(readStory(view, item.id))}` : ''}
  </section>`;
}

function readStory({ loop, now }: PrintedView, variant: string): Story {
  const points = listHistory(loop.state, variant);
  const queue = loop.state.inventory.find(variant)?.queue;
  const history = queue?.history ?? [];
  const ends = history.flatMap(({ endedAt }) => endedAt ?? []);
  const waitUntil = queue?.waitUntil;
  // The catalogue was synchronised at the first point. What is worth looking at begins with the second.
  const first = (points[1] ?? points[0])?.at ?? now;
  const last = Math.max(now, waitUntil ?? now);
  const span = Math.max(last - first, HOUR);
  return {
    ...{ points, now, waitUntil },
    hasBegun: points.length > 1 || history.length > 0,
    batches: [...new Set(ends)].slice(-MOST_BATCHES),
    from: first - span * 0.04,
    to: first + span * 1.02,
  };
}

function printStory(story: Story): Markup {
  if (story.hasBegun) return printPlots(story);
  return html`<p class="absent">Nothing has changed yet. The plot begins with the first subscription, sale or restock of this variant.</p>`;
}

function printPlots(story: Story): Markup {
  const { points, from, to, waitUntil, batches } = story;
  const { waiting = 0, quantity = 0 } = points.at(-1) ?? {};
  const wait = waitUntil === undefined ? '' : ` No other batch before ${tellTime(waitUntil)}.`;
  const told = `Now ${count(waiting, 'shopper')} waiting and ${count(quantity, 'unit')} in stock.`;
  return html`<figure>
      ${printOne(story, 'waiting', 'Waiting', waiting)}
      ${printOne(story, 'quantity', 'In stock', quantity)}
      <div class="plot-times" aria-hidden="true">${[from, (from + to) / 2, to].map((at) => html`<span>${tellMoment(at)}</span>`)}</div>
      ${batches.length > 0 ? LEGEND : ''}
      <figcaption>${told}${wait}</figcaption>
    </figure>
    ${printChanges(points)}`;
}

function printOne(story: Story, name: 'waiting' | 'quantity', title: string, last: number): Markup {
  const { points, batches, now, from, to } = story;
  const most = findMost(points, name);
  const frame = { from, to, most };
  const values = points.map((point) => ({ at: point.at, value: point[name] }));
  const line = drawSteps(values, frame, now);
  const marks = batches.map((at) => `M${placeTime(frame, at)} 0V${PLOT_HEIGHT}`).join('');
  return html`<div class="plot is-${name}">
      <p class="plot-title">${title} <strong>${last}</strong></p>
      <span class="plot-most" aria-hidden="true">${most}</span>
      <span class="plot-zero" aria-hidden="true">0</span>
      <svg viewBox="0 0 ${PLOT_WIDTH} ${PLOT_HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${title}: from 0 to ${most}, now ${last}">
        ${printWait(story)}
        <path class="plot-area" d="${closeArea(line)}"/>
        <path class="plot-batches" d="${marks}"/>
        <path class="plot-line" d="${line}"/>
      </svg>
    </div>`;
}

/** The time in which no batch goes. */
function printWait({ batches, waitUntil, from, to }: Story): Markup | '' {
  const start = batches.at(-1);
  if (start === undefined || waitUntil === undefined) return '';
  const frame = { from, to, most: 1 };
  const left = placeTime(frame, start);
  return html`<rect class="plot-wait" x="${left}" y="0" width="${placeTime(frame, waitUntil) - left}" height="${PLOT_HEIGHT}"/>`;
}

function printChanges(points: readonly HistoryPoint[]): Markup {
  const rows = points
    .slice(-MOST_CHANGES)
    .map(
      ({ at, waiting, quantity }) =>
        html`<tr><th scope="row">${tellMoment(at)}</th><td>${waiting}</td><td>${quantity}</td></tr>`,
    );
  return html`<details id="plot-table"><summary>The same as a table</summary>
      <table class="numbers"><caption class="visually-hidden">The latest changes of queue and inventory</caption>
        <thead><tr><th scope="col">From</th><th scope="col">Waiting</th><th scope="col">In stock</th></tr></thead>
        <tbody>${rows}</tbody>
      </table></details>`;
}
