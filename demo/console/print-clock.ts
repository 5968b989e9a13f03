import { html } from 'hono/html';
import { DAY, HOUR } from '../loop/clock.ts';
import type { Markup } from '../page/markup.ts';
import { actionForm } from './action-form.ts';
import type { PrintedView } from './console-view.ts';
import { tellDate, tellDuration, tellTimeOfDay } from './virtual-times.ts';

/** The virtual clock: what time it is for the loop, and how to skip some. */
export function printClock(view: PrintedView): Markup {
  const { now, loop } = view;
  const nextBatch = loop.findNextBatch();
  const skips = html`<button name="milliseconds" value="${HOUR}">1 hour</button>
      <button name="milliseconds" value="${DAY}">1 day</button>`;
  const toBatch = html`<button class="${nextBatch === undefined ? '' : 'is-main'}" ${nextBatch === undefined ? 'disabled' : ''}>To the next batch</button>`;
  return html`<section class="clock" id="clock" data-part aria-labelledby="clock-title">
    <h2 class="visually-hidden" id="clock-title">Virtual clock</h2>
    <p class="clock-now"><time datetime="${new Date(now).toISOString()}"><span class="clock-time">${tellTimeOfDay(now)}</span> <span class="clock-date">${tellDate(now)}, UTC</span></time></p>
    <div class="clock-skips" role="group" aria-label="Let time pass">
      <span class="clock-label" aria-hidden="true">Skip</span>
      ${actionForm(view, skips, { action: 'skip' })}
      ${actionForm(view, toBatch, { action: 'skip-to-next-batch' })}
    </div>
    <p class="clock-next">${tellNextBatch(nextBatch, now)}</p>
  </section>`;
}

function tellNextBatch(nextBatch: number | undefined, now: number): string {
  if (nextBatch === undefined) return 'No batch is due.';
  return `The next batch is due in ${tellDuration(nextBatch - now)}.`;
}
