import { Agenda } from './clock.ts';
import type { Entry } from './diary.ts';
import { Inventory, type StockItem } from './inventory.ts';
import { FIRST_RULES, type Rules } from './rules.ts';
import { type ScheduledReport, ScheduledReports } from './scheduled-reports.ts';
import { Profiles } from './subscriptions.ts';

/** What happens by itself when its time has come. */
export type Task =
  | { readonly kind: 'wait-ends'; readonly item: StockItem }
  | { readonly kind: 'send-report'; readonly report: ScheduledReport; readonly number: number };

/** Everything a loop knows. Only `loop.ts` and `flow.ts` change it. */
export interface LoopState {
  /** The virtual time of what happened last. */
  now: number;
  rules: Rules;
  smartSending: boolean;
  /** The variants, each with its stock and its queue. */
  readonly inventory: Inventory;
  readonly profiles: Profiles;
  readonly reports: ScheduledReports;
  readonly agenda: Agenda<Task>;
  /** What happened, the oldest first. */
  readonly diary: Entry[];
}

export function createState(): LoopState {
  return {
    now: Number.NEGATIVE_INFINITY,
    rules: FIRST_RULES,
    // Klaviyo advises to turn it off for this message.
    smartSending: false,
    inventory: new Inventory(),
    profiles: new Profiles(),
    reports: new ScheduledReports(),
    agenda: new Agenda(),
    diary: [],
  };
}
