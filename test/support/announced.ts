import { onTestFinished } from 'vitest';
import type { EventDetail, EventName, Options } from '../../src/configuration/options.ts';

const NAMES: readonly EventName[] = [
  'shown',
  'opened',
  'closed',
  'subscribed',
  'failed',
  'expired',
];

/** Everything that is announced from now on in this test: by callbacks into one list, by events into the other. */
export function listen() {
  const called: [EventName, EventDetail][] = [];
  const heard: [EventName, EventDetail][] = [];
  const on: NonNullable<Options['on']> = Object.fromEntries(
    NAMES.map((name) => [name, (detail: EventDetail) => called.push([name, detail])]),
  );
  for (const name of NAMES) {
    const listener = (event: Event) =>
      heard.push([name, (event as CustomEvent<EventDetail>).detail]);
    document.addEventListener(`back-in-stock:${name}`, listener);
    onTestFinished(() => document.removeEventListener(`back-in-stock:${name}`, listener));
  }
  return { on, called, heard, names: () => called.map(([name]) => name) };
}
