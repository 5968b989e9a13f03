import type { Page } from '@playwright/test';
import type { Bench } from './bench.ts';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Time of the processor that the thread has used, in microseconds, whatever else the machine did. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

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

/** Does something with a page, and gives how long its main thread was busy with the scripts at these addresses, the first of which it must run. */
export async function traceScript(
  { browser }: Pick<Bench, 'browser'>,
  page: Page,
  addresses: readonly string[],
  act: () => Promise<void>,
): Promise<ScriptTimes> {
  await browser.startTracing(page, { categories: CATEGORIES });
  let trace: Buffer;
  try {
    await act();
  } finally {
    trace = await browser.stopTracing();
  }
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  return readTimes(traceEvents, addresses);
}

function readTimes(events: readonly TraceEvent[], addresses: readonly string[]): ScriptTimes {
  const isOf = ({ args }: TraceEvent, address = '') => args?.data?.url?.endsWith(address) === true;
  const isOfScript = (event: TraceEvent) => addresses.some((address) => isOf(event, address));
  const [first] = addresses;
  const evaluation = events.find((event) => event.name === 'EvaluateScript' && isOf(event, first));
  if (!evaluation) throw new Error(`The page has not run ${first}.`);
  const { pid, tid } = evaluation;
  const complete = events
    .filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X')
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

function isWithin(outer: TraceEvent, inner: TraceEvent): boolean {
  return inner.ts >= outer.ts && inner.ts < outer.ts + (outer.dur ?? 0);
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
