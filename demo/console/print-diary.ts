import { html } from 'hono/html';
import { count, describeEntry, type Entry } from '../loop/diary.ts';
import type { Subscription } from '../loop/subscriptions.ts';
import type { Markup } from '../page/markup.ts';
import type { PrintedView } from './console-view.ts';
import { tellDate, tellTimeOfDay } from './virtual-times.ts';

/** So many lines are shown, the newest first. */
const MOST_LINES = 30;

/** Of a batch and of a crowd, so many are named. */
const MOST_NAMES = 4;

/** More than this many subscriptions one after another, to one variant, are one line. */
const MOST_SINGLE = 3;

/** One line of the diary: an entry, or a crowd that subscribed to one variant, the newest of them first. */
export type Line = readonly [Entry, ...Subscription[]];

/** What happened, day by day, the newest first. */
export function printDiary(view: PrintedView): Markup {
  const lines = gatherLines(view.loop.state.diary);
  const days = [...groupByDay(lines)].map(([day, ofDay]) => printDay(view, day, ofDay));
  return html`<section class="card diary" id="diary" data-part aria-labelledby="diary-title">
    <h2 id="diary-title">Diary</h2>
    ${days.length === 0 ? html`<p class="soft">Nothing has happened yet.</p>` : html`<div class="diary-days" id="diary-days" role="region" aria-label="Entries of the diary" tabindex="0">${days}</div>`}
  </section>`;
}

/** The newest lines, of which each crowd of subscriptions is one. */
export function gatherLines(diary: readonly Entry[]): readonly Line[] {
  const lines: Line[] = [];
  let place = diary.length - 1;
  while (place >= 0 && lines.length < MOST_LINES) {
    const crowd = takeCrowd(diary, place);
    const entry = diary[place];
    if (!entry) break;
    lines.push([entry, ...crowd.slice(1)]);
    place -= Math.max(1, crowd.length);
  }
  return lines;
}

/** The subscriptions to one variant that end here, if they are many. */
function takeCrowd(diary: readonly Entry[], end: number): readonly Subscription[] {
  const crowd: Subscription[] = [];
  for (let place = end; place >= 0; place -= 1) {
    const entry = diary[place];
    if (entry?.kind !== 'subscribed' || entry.variant !== (crowd[0] ?? entry).variant) break;
    crowd.push(entry);
  }
  return crowd.length > MOST_SINGLE ? crowd : [];
}

function groupByDay(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const days = new Map<string, Line[]>();
  for (const line of lines) {
    const day = tellDate(line[0].at);
    const known = days.get(day);
    if (known) known.push(line);
    else days.set(day, [line]);
  }
  return days;
}

function printDay(view: PrintedView, day: string, lines: readonly Line[]): Markup {
  return html`<h3 class="diary-day">${day}</h3>
      <ol class="entries">${lines.map((line) => printLine(view, line))}</ol>`;
}

function printLine(view: PrintedView, line: Line): Markup {
  const [entry] = line;
  const time = new Date(entry.at).toISOString();
  return html`<li class="entry is-${entry.kind}"><time datetime="${time}">${tellTimeOfDay(entry.at)}</time>
        <div><p>${describeLine(view, line)}</p>${entry.kind === 'batch' ? printNames(entry.subscriptions) : ''}</div></li>`;
}

function describeLine({ nameOf }: PrintedView, [entry, ...others]: Line): string {
  if (others.length === 0 || entry.kind !== 'subscribed') return describeEntry(entry, nameOf);
  return `${count(others.length + 1, 'shopper')} subscribed to ${nameOf(entry.variant)}, the last of them ${entry.profile.email}.`;
}

/** Who left the delay, the oldest first. */
function printNames(subscriptions: readonly Subscription[]): Markup {
  const named = subscriptions.slice(0, MOST_NAMES);
  const left = subscriptions.length - named.length;
  return html`<ul class="names">${named.map(
    ({ profile, state }) =>
      html`<li class="email">${profile.email}${state === 'skipped' ? ' (skipped)' : ''}</li>`,
  )}${left > 0 ? html`<li>and ${left} more</li>` : ''}</ul>`;
}
