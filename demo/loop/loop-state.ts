import { Agenda } from './clock.ts';
import type { Entry } from './diary.ts';
import { Inventory, type StockItem } from './inventory.ts';
import { Queue } from './queue.ts';
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
  readonly inventory: Inventory;
  readonly profiles: Profiles;
  /** By the id of the variant; one to which nobody ever subscribed has none. */
  readonly queues: Map<string, Queue>;
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
    queues: new Map(),
    reports: new ScheduledReports(),
    agenda: new Agenda(),
    diary: [],
  };
}

export function findOrCreateQueue(state: LoopState, variant: string): Queue {
  const known = state.queues.get(variant);
  if (known) return known;
  const queue = new Queue();
  state.queues.set(variant, queue);
  return queue;
}
