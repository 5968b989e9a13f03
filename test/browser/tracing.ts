import type { Browser, Page } from '@playwright/test';

/** Something that Chromium has noted in a trace. */
export interface TraceEvent {
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

/** Does something with a page, and gives what Chromium has noted of these categories meanwhile. */
export async function recordTrace(
  browser: Browser,
  page: Page,
  categories: string[],
  act: () => Promise<unknown>,
): Promise<readonly TraceEvent[]> {
  await browser.startTracing(page, { categories });
  let trace: Buffer;
  try {
    await act();
  } finally {
    trace = await browser.stopTracing();
  }
  return (JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }).traceEvents;
}

/** Finds the running of the script whose address ends like this; throws when the page has not run it. */
export function findRun(events: readonly TraceEvent[], address: string): TraceEvent {
  const run = events.find((event) => event.name === 'EvaluateScript' && isOf(event, address));
  if (!run) throw new Error(`The page has not run ${address}.`);
  return run;
}

/** Whether an event is about the script whose address ends like this. */
export function isOf({ args }: TraceEvent, address: string): boolean {
  return args?.data?.url?.endsWith(address) === true;
}

/** Whether two events come from the same thread. */
export const isSameThread = (one: TraceEvent, other: TraceEvent): boolean =>
  one.pid === other.pid && one.tid === other.tid;

/** Whether an event begins while another one lasts. */
export function isWithin(outer: TraceEvent, inner: TraceEvent): boolean {
  return inner.ts >= outer.ts && inner.ts < outer.ts + (outer.dur ?? 0);
}
