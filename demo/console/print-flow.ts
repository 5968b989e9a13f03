import { html } from 'hono/html';
import { REFUSALS } from '../loop/actions.ts';
import { count } from '../loop/diary.ts';
import { SMART_SENDING_HOURS, TRIGGER_METRIC } from '../loop/flow.ts';
import { SUBJECT_TEMPLATE } from '../loop/message.ts';
import type { Counts } from '../loop/reports.ts';
import { countToNotify } from '../loop/rules.ts';
import type { Subscription } from '../loop/subscriptions.ts';
import type { Markup } from '../page/markup.ts';
import { actionButton, actionForm } from './action-form.ts';
import type { PrintedView } from './console-view.ts';
import { tellMoment } from './virtual-times.ts';

/** Metrics that a merchant might try in the place of Klaviyo's. */
const CUSTOM_METRICS = ['Requested a Restock Alert', 'Viewed a Sold-Out Product'];

/** So many of those who wait are shown. */
const MOST_WAITING = 5;

/** The flow, from the event to the message. */
export function printFlow(view: PrintedView): Markup {
  return html`<section class="card flow" id="flow" data-part aria-labelledby="flow-title">
    <h3 id="flow-title">Back in stock flow</h3>
    <ol class="flow-steps">
      <li class="flow-step">${printTrigger(view)}</li>
      <li class="flow-step is-delay">${printDelay(view)}</li>
      <li class="flow-step">${printMessageStep(view)}</li>
    </ol>
  </section>`;
}

function printTrigger(view: PrintedView): Markup {
  const options = CUSTOM_METRICS.map(
    (metric) => html`<option value="${metric}">${metric} (custom)</option>`,
  );
  const content = html`<label class="field is-wide">Another metric
        <select name="metric" id="metric"><option>${TRIGGER_METRIC}</option>${options}</select></label>
      <button name="action" value="set-trigger">Use as trigger</button>`;
  const isRefused = view.notice === REFUSALS['custom-metric'];
  return html`<p class="flow-kind">Trigger</p>
    <h4>${TRIGGER_METRIC}</h4>
    <p class="soft">${count(view.loop.state.profiles.eventCount, 'event')} so far</p>
    <p class="refusal" id="trigger-refusal" data-said>${isRefused ? view.notice : ''}</p>
    <details id="try-trigger" ${isRefused ? 'open' : ''}><summary>Try another trigger</summary>${actionForm(view, content)}</details>`;
}

function printDelay(view: PrintedView): Markup {
  const waiting = sum(view, 'waiting');
  const who = `${count(waiting, 'profile')} ${waiting === 1 ? 'waits' : 'wait'} here`;
  return html`<p class="flow-kind">Delay</p>
    <h4>Back in stock delay</h4>
    <p class="soft">${waiting === 0 ? 'Nobody waits here.' : `${who} until ${waiting === 1 ? 'its' : 'their'} variant is restocked.`}</p>
    ${printQueue(view)}
    <a href="#reports">View back in stock reports</a>`;
}

/**
 * The oldest of those who wait for the shown variant, and whom the next batch would notify. A wait ends with what is in stock.
 * Without one, only a restock makes a batch, so that there is one unit more. Less than the minimum inventory makes none.
 */
function printQueue({ item, loop, nameOf }: PrintedView): Markup | '' {
  const waiting = item?.queue.list() ?? [];
  if (!item || waiting.length === 0) return '';
  const oldest = waiting.slice(0, MOST_WAITING);
  const left = waiting.length - oldest.length;
  const { rules } = loop.state;
  const restocked = item.queue.waitUntil === undefined ? 1 : 0;
  const units = Math.max(item.quantity + restocked, rules.minimumInventory);
  const inNextBatch = countToNotify(rules, units);
  const whom =
    inNextBatch < waiting.length
      ? `the oldest ${inNextBatch === 1 ? 'one' : inNextBatch}`
      : 'all of them';
  return html`<div class="queue">
      <p id="queue-title"><strong>${nameOf(item.id)}</strong>, the oldest first</p>
      <ol aria-labelledby="queue-title">${oldest.map((each, place) => printWaiting(each, place < inNextBatch))}</ol>
      ${left > 0 ? html`<p class="soft">and ${left} more</p>` : ''}
      <p class="queue-next">With ${count(units, 'unit')} in stock, the next batch notifies ${whom}.</p>
    </div>`;
}

function printWaiting({ profile, at }: Subscription, isNext: boolean): Markup {
  return html`<li class="${isNext ? 'is-next' : ''}"><span class="email">${profile.email}</span> <small><span class="visually-hidden">since </span>${tellMoment(at)}</small></li>`;
}

function printMessageStep(view: PrintedView): Markup {
  const { smartSending } = view.loop.state;
  const skipped = sum(view, 'skipped');
  const toggle = actionButton(view, smartSending ? 'Turn off' : 'Turn on', {
    action: 'set-smart-sending',
    smartSending: String(!smartSending),
  });
  const meaning = smartSending
    ? `Whoever got a message within the last ${SMART_SENDING_HOURS} hours is skipped. Klaviyo advises to turn it off for this message.`
    : 'Everybody gets the alert, as Klaviyo advises for this message.';
  return html`<p class="flow-kind">E-mail</p>
    <h4><code>${SUBJECT_TEMPLATE}</code></h4>
    <p class="soft">${count(sum(view, 'notified'), 'message')} sent${skipped > 0 ? `, ${skipped} skipped` : ''}. <a href="#message">See the message</a></p>
    <div class="smart-sending"><p><strong>Smart Sending is ${smartSending ? 'on' : 'off'}</strong></p>${toggle}</div>
    <p class="soft">${meaning}</p>`;
}

function sum({ activity }: PrintedView, name: keyof Counts): number {
  return activity.reduce((total, counts) => total + counts[name], 0);
}
