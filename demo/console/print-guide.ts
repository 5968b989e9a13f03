import { html } from 'hono/html';
import { count } from '../loop/diary.ts';
import type { StockItem } from '../loop/inventory.ts';
import type { Markup } from '../page/markup.ts';
import { actionButton } from './action-form.ts';
import { findSoldOut, type PrintedView } from './console-view.ts';
import { tellDuration } from './virtual-times.ts';

type Step = 'subscribe' | 'restock' | 'batch' | 'report';

const STEPS: readonly (readonly [Step, string])[] = [
  ['subscribe', 'A shopper subscribes'],
  ['restock', 'You restock'],
  ['batch', 'The next batch goes'],
  ['report', 'The reports say so'],
];

const HOW_TO_SUBSCRIBE =
  'Open a product that is sold out, press “Notify me when available”, and leave an e-mail address.';

/** Where the loop stands, and what to do next. */
export function printGuide(view: PrintedView): Markup {
  const current = findStep(view);
  const place = STEPS.findIndex(([step]) => step === current);
  const steps = STEPS.map(([, title], each) => {
    if (each < place) {
      return html`<li class="is-done"><span>${title}<span class="visually-hidden">, done</span></span></li>`;
    }
    return html`<li ${each === place ? html`aria-current="step"` : ''}><span>${title}</span></li>`;
  });
  return html`<section class="guide" id="guide" data-part aria-labelledby="guide-title">
    <h2 class="visually-hidden" id="guide-title">What to do next</h2>
    <ol class="guide-steps">${steps}</ol>
    <div class="guide-next">${printNext(view, current)}</div>
  </section>`;
}

function findStep({ loop }: PrintedView): Step {
  const { state } = loop;
  if (state.profiles.eventCount === 0) return 'subscribe';
  if (loop.findNextBatch() !== undefined) return 'batch';
  return [...state.inventory.list()].some(({ queue }) => queue.length > 0) ? 'restock' : 'report';
}

function printNext(view: PrintedView, step: Step): Markup {
  switch (step) {
    case 'subscribe':
      return html`<p>Nobody has subscribed yet. ${HOW_TO_SUBSCRIBE}</p>${printProductLink(view, true)}`;
    case 'restock':
      return printRestock(view);
    case 'batch':
      return printWait(view);
    case 'report':
      return html`<p>Nobody waits any more. See who was notified, or let somebody subscribe again.</p>
        <a class="button is-main" href="#reports">See the reports</a>${printProductLink(view, false)}`;
  }
}

/** The page of a product that is sold out. */
function printProductLink({ loop, describe, nameOf }: PrintedView, isMain: boolean): Markup {
  const item = findSoldOut(loop.state);
  const description = item && describe(item.id);
  if (!description) return html`<p>Everything is in stock: sell all units of a variant first.</p>`;
  return html`<a class="button ${isMain ? 'is-main' : ''}" href="${description.url}" target="_blank">Open ${nameOf(description.id)}</a>`;
}

function printRestock(view: PrintedView): Markup {
  const item = findAwaited(view);
  if (!item) return html``;
  const { minimumInventory } = view.loop.state.rules;
  const units = Math.max(1, minimumInventory - item.quantity);
  const waiting = view.countWaiting(item.id);
  return html`<p>${count(waiting, 'shopper')} ${waiting === 1 ? 'waits' : 'wait'} for ${view.nameOf(item.id)}. Restock it, and see who is notified.</p>
    ${actionButton(view, `Restock ${count(units, 'unit')}`, { action: 'restock', variant: item.id, units: String(units) }, true)}`;
}

function printWait(view: PrintedView): Markup {
  const due = view.loop.findNextBatch() ?? view.now;
  return html`<p>Others still wait. The next batch is due in ${tellDuration(due - view.now)}, and virtual time gets you there at once.</p>
    ${actionButton(view, 'Skip to the next batch', { action: 'skip-to-next-batch' }, true)}`;
}

/** The variant that the page shows, if anybody waits for it, or else another for which somebody does. */
function findAwaited({ item, loop, countWaiting }: PrintedView): StockItem | undefined {
  if (item && countWaiting(item.id) > 0) return item;
  for (const other of loop.state.inventory.list()) if (countWaiting(other.id) > 0) return other;
  return undefined;
}
