import { html } from 'hono/html';
import type { Entry } from '../loop/diary.ts';
import type { Subscription } from '../loop/subscriptions.ts';
import type { Markup } from '../page/markup.ts';
import type { PrintedView } from './console-view.ts';
import { tellMoment } from './virtual-times.ts';

/** So many of the newest events are shown. */
const MOST_EVENTS = 6;

const STATES: Readonly<Record<Subscription['state'], string>> = {
  waiting: 'Waiting',
  notified: 'Notified',
  skipped: 'Skipped',
};

/** The newest "Subscribed to Back in Stock" events, each with its profile and what became of it. */
export function printProfiles(view: PrintedView): Markup {
  const { profiles, diary } = view.loop.state;
  const events = takeNewest(diary);
  return html`<section class="card profiles" id="profiles" data-part aria-labelledby="profiles-title">
    <h3 id="profiles-title">Profiles and their events</h3>
    ${events.length === 0 ? html`<p class="soft">No profile yet. The first subscription creates one, with a “Subscribed to Back in Stock” event on it.</p>` : printTable(view, events)}
    ${printRest(profiles.size, profiles.eventCount - events.length)}
  </section>`;
}

function takeNewest(diary: readonly Entry[]): readonly Subscription[] {
  const newest: Subscription[] = [];
  for (let place = diary.length - 1; place >= 0 && newest.length < MOST_EVENTS; place -= 1) {
    const entry = diary[place];
    if (entry?.kind === 'subscribed') newest.push(entry);
  }
  return newest;
}

function printTable(view: PrintedView, events: readonly Subscription[]): Markup {
  return html`<table>
      <caption class="visually-hidden">The newest “Subscribed to Back in Stock” events</caption>
      <thead><tr><th scope="col">Profile</th><th scope="col">Subscribed to</th><th scope="col">State</th></tr></thead>
      <tbody>${events.map((event) => printEvent(view, event))}</tbody>
    </table>`;
}

function printEvent({ nameOf }: PrintedView, event: Subscription): Markup {
  const { profile, variant, at, state, endedAt } = event;
  return html`<tr>
      <th scope="row" class="email">${profile.email}</th>
      <td>${nameOf(variant)} <small>${tellMoment(at)}</small></td>
      <td><span class="state is-${state}">${STATES[state]}</span> <small>${endedAt === undefined ? '' : tellMoment(endedAt)}</small></td>
    </tr>`;
}

function printRest(profileCount: number, left: number): Markup | '' {
  if (left <= 0) return '';
  return html`<p class="soft">and ${left} older ${left === 1 ? 'event' : 'events'}, on ${profileCount} ${profileCount === 1 ? 'profile' : 'profiles'} in all</p>`;
}
