import type { Action, Frequency, ImportedSubscriber, Outcome, Refusal } from './actions.ts';
import { canTrigger, endWait, hasNextBatch, restock } from './flow.ts';
import type { ListedVariant, StockItem } from './inventory.ts';
import { createState, type LoopState, type Task } from './loop-state.ts';
import type { Rules } from './rules.ts';
import { findDueTime } from './scheduled-reports.ts';
import { isWaiting } from './subscriptions.ts';

/**
 * What Klaviyo does after a subscription: event, profile, flow, delay, restock, rules, message, reports.
 *
 * Actions go in by `perform`, each with the virtual time at which it happens; state and history come out of `state`. There
 * is no clock and no chance inside: the same actions at the same times give the same loop, which is how a loop that was kept
 * is made again. Between two actions everything that is due happens by itself, at the moment at which it was due.
 */
export interface Loop {
  readonly state: Readonly<LoopState>;
  /**
   * Does one thing. A time before that of the last action counts as the time of that one. `wait` ends so many milliseconds
   * after its time; to let the loop catch up with the clock, wait 0 milliseconds.
   */
  perform(action: Action, at: number): Outcome;
  /** When the next batch is due, as things stand; `undefined` where none is. */
  findNextBatch(): number | undefined;
  /** Whether anything has become due by then, a batch, the end of a wait or a report. */
  isDue(now: number): boolean;
}

const DONE: Outcome = { ok: true };

function refuse(reason: Refusal): Outcome {
  return { ok: false, reason };
}

export function createLoop(): Loop {
  const state = createState();
  return {
    state,
    perform(action, at) {
      advance(state, at);
      const outcome = carryOut(state, action);
      if (!outcome.ok) {
        const { kind } = action;
        state.diary.push({ at: state.now, kind: 'refused', action: kind, reason: outcome.reason });
      }
      return outcome;
    },
    findNextBatch: () =>
      state.agenda.findNext((task) => task.kind === 'wait-ends' && hasNextBatch(state, task.item)),
    isDue: (now) => (state.agenda.next ?? Number.POSITIVE_INFINITY) <= now,
  };
}

/** Lets time pass, and does what falls due on the way. */
function advance(state: LoopState, until: number): void {
  for (let due = state.agenda.takeDue(until); due; due = state.agenda.takeDue(until)) {
    state.now = Math.max(state.now, due.at);
    carryOutTask(state, due.task);
  }
  state.now = Math.max(state.now, until);
}

function carryOutTask(state: LoopState, task: Task): void {
  if (task.kind === 'wait-ends') {
    endWait(state, task.item);
    return;
  }
  const { report, number } = task;
  if (!state.reports.find(report.id)) return;
  state.reports.send(report, number);
  state.agenda.add(findDueTime(report, number + 1), { ...task, number: number + 1 });
  const { id, email, frequency } = report;
  state.diary.push({ at: state.now, kind: 'report-sent', report: id, email, frequency });
}

function carryOut(state: LoopState, action: Action): Outcome {
  switch (action.kind) {
    case 'list':
      return list(state, action.variants);
    case 'subscribe':
      return subscribe(state, action);
    case 'import':
      return importAll(state, action);
    case 'sell':
      return changeStock(state, action.variant, -action.units);
    case 'restock':
      return changeStock(state, action.variant, action.units);
    case 'change-rules':
      return changeRules(state, action.rules);
    case 'set-smart-sending':
      return setSmartSending(state, action.smartSending);
    case 'set-trigger':
      return canTrigger(action.metric) ? DONE : refuse('custom-metric');
    case 'schedule-report':
      return scheduleReport(state, action.email, action.frequency);
    case 'cancel-report':
      return cancelReport(state, action.report);
    case 'wait':
      advance(state, state.now + action.milliseconds);
      return DONE;
  }
}

function list(state: LoopState, variants: readonly ListedVariant[]): Outcome {
  const added = variants.filter((variant) => state.inventory.add(variant, state.now)).length;
  if (added > 0) state.diary.push({ at: state.now, kind: 'listed', variants: added });
  return DONE;
}

function subscribe(state: LoopState, request: ImportedSubscriber & { store?: string | undefined }) {
  const item = state.inventory.find(request.variant);
  if (!item) return refuse('unknown-variant');
  const profile = state.profiles.findOrCreate(request.email);
  if (isWaiting(profile, item.id)) return refuse('already-subscribed');
  const { now, diary } = state;
  const subscription = state.profiles.recordEvent(profile, item.id, now, request.store);
  // The profile enters the flow and waits at its delay, also while something is in stock: the next restock counts.
  item.queue.add(subscription);
  diary.push(subscription);
  return DONE;
}

function importAll(state: LoopState, action: Action & { kind: 'import' }): Outcome {
  const { subscribers, unreadable = 0 } = action;
  const lines = subscribers.map((subscriber) => subscribe(state, subscriber));
  const subscribed = lines.filter(({ ok }) => ok).length;
  const refused = unreadable + lines.length - subscribed;
  state.diary.push({ at: state.now, kind: 'imported', subscribed, refused });
  return { ok: true, lines };
}

function changeStock(state: LoopState, variant: string, units: number): Outcome {
  const item = state.inventory.find(variant);
  if (!item) return refuse('unknown-variant');
  if (!state.inventory.change(item, units, state.now)) return refuse('not-enough-stock');
  recordStock(state, item, units);
  if (units > 0) restock(state, item);
  return DONE;
}

function recordStock(state: LoopState, { id: variant, quantity }: StockItem, units: number): void {
  const kind = units > 0 ? 'restocked' : 'sold';
  state.diary.push({ at: state.now, kind, variant, units: Math.abs(units), quantity });
}

/** The settings are not there before the first event, as the document says. */
function changeRules(state: LoopState, rules: Rules): Outcome {
  if (state.profiles.eventCount === 0) return refuse('no-event-yet');
  state.rules = rules;
  state.diary.push({ at: state.now, kind: 'rules-changed', rules });
  return DONE;
}

function setSmartSending(state: LoopState, smartSending: boolean): Outcome {
  state.smartSending = smartSending;
  state.diary.push({ at: state.now, kind: 'smart-sending-set', smartSending });
  return DONE;
}

function scheduleReport(state: LoopState, email: string, frequency: Frequency): Outcome {
  const { now: at, diary, agenda } = state;
  const report = state.reports.add(email, frequency, at);
  agenda.add(findDueTime(report, 1), { kind: 'send-report', report, number: 1 });
  diary.push({ at, kind: 'report-scheduled', report: report.id, email, frequency });
  return DONE;
}

function cancelReport(state: LoopState, id: number): Outcome {
  const report = state.reports.find(id);
  if (!report) return refuse('unknown-report');
  state.reports.remove(id);
  const { email, frequency } = report;
  state.diary.push({ at: state.now, kind: 'report-cancelled', report: id, email, frequency });
  return DONE;
}
