import type { subscribe } from '../src/entries/subscribe.ts';
import { createNaiveClient } from './clients/naive-client.ts';
import { createPublishedClient } from './clients/published-client.ts';
import { widget } from './clients/widget.ts';
import type { Report } from './report.ts';
import { simulate } from './simulate.ts';
import { simulateAtOnce } from './simulate-at-once.ts';

interface Scenario {
  readonly name: string;
  run(shoppers: number, send: typeof subscribe): Report | Promise<Report>;
}

/** Each kind of client that meets the drop. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'the widget: sends again while the shopper waits, and keeps what could not be sent',
    run: (shoppers) => simulate({ shoppers, client: widget }),
  },
  {
    name: 'the widget, where scripts may not read Retry-After',
    run: (shoppers) => simulate({ shoppers, client: widget, isRetryAfterReadable: false }),
  },
  {
    name: 'dist/subscribe.mjs alone: sends again up to 4 times, keeps nothing',
    run: (shoppers, send) => simulate({ shoppers, client: createPublishedClient(send) }),
  },
  {
    name: 'a snippet that sends once',
    run: (shoppers) => simulate({ shoppers, client: createNaiveClient(0, 0) }),
  },
  {
    name: 'a snippet that sends again after a second, up to 5 times',
    run: (shoppers) => simulate({ shoppers, client: createNaiveClient(5, 1000) }),
  },
  {
    name: 'a snippet that sends again at once, until the page is closed',
    run: (shoppers) => simulateAtOnce({ shoppers, isPatient: false }),
  },
  {
    name: 'the same, if nobody closed the page',
    run: (shoppers) => simulateAtOnce({ shoppers, isPatient: true }),
  },
];
