import type { Page } from '@playwright/test';
import {
  findRun,
  isOf,
  isSameThread,
  isWithin,
  recordTrace,
  type TraceEvent,
} from '../../test/browser/tracing.ts';
import type { Bench } from './bench.ts';

/** The time of the processor, in milliseconds. */
export interface ScriptTimes {
  /** To run the script itself. */
  readonly evaluate: number;
  /** To run the script and every function of it that the browser called afterwards. */
  readonly all: number;
  /** Of that, the most in one task of the browser. */
  readonly longest: number;
  /** Of the thread of the page, whatever it did. */
  readonly thread: number;
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** What runs a script: the script itself, or a function of it that the browser calls. */
const SCRIPT_EVENTS = ['EvaluateScript', 'FunctionCall'];

/**
 * Does something with a page, and gives how long its main thread was busy with the scripts at these addresses, the first of
 * which it must run.
 */
export async function traceScript(
  { browser }: Pick<Bench, 'browser'>,
  page: Page,
  addresses: readonly string[],
  act: () => Promise<void>,
): Promise<ScriptTimes> {
  return readTimes(await recordTrace(browser, page, CATEGORIES, act), addresses);
}

function readTimes(events: readonly TraceEvent[], addresses: readonly string[]): ScriptTimes {
  const evaluation = findRun(events, addresses[0] ?? '');
  const isOfScript = (event: TraceEvent) => addresses.some((address) => isOf(event, address));
  const complete = events
    .filter((event) => isSameThread(event, evaluation) && event.ph === 'X')
    .sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
  const ours = listOutermost(
    complete.filter((event) => SCRIPT_EVENTS.includes(event.name) && isOfScript(event)),
  );
  const tasks = listOutermost(complete.filter(({ name }) => name === 'RunTask'));
  const perTask = tasks.map((task) => total(ours.filter((event) => isWithin(task, event))));
  return {
    evaluate: (evaluation.tdur ?? 0) / 1000,
    all: total(ours),
    longest: Math.max(0, ...perTask),
    thread: total(tasks),
  };
}

/** Those that do not stand within another one. The events are in the order of their beginnings. */
function listOutermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const found: TraceEvent[] = [];
  for (const event of events) {
    const last = found.at(-1);
    if (!last || !isWithin(last, event)) found.push(event);
  }
  return found;
}

const total = (events: readonly TraceEvent[]) =>
  events.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
