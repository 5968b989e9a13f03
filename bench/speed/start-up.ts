import type { Page } from '@playwright/test';
import { countReadings, startAsLuma, takeReadings } from '../../test/browser/busy-page.ts';
import { countCalls } from '../../test/browser/coverage.ts';
import { noteArrival, readArrival } from './arrival.ts';
import { type Bench, type Table, withPage } from './bench.ts';
import { FILES } from './bench-shop.ts';
import { type Candidate, OWN } from './candidates.ts';
import { printAims, printNumber, printTable, printTimes } from './print.ts';
import { type Figures, interleave } from './statistics.ts';
import { traceScript } from './trace.ts';

const PAGES = {
  nothing: { path: '/shop/enamel-mug', text: 'nothing sold out' },
  something: { path: '/shop/trail-runner', text: 'three of nine variants sold out' },
} as const;

type PageKind = keyof typeof PAGES;

const SLOWDOWNS = [1, 4] as const;

/** One candidate on one page, on a processor of one speed. */
interface Case {
  readonly candidate: Candidate;
  readonly kind: PageKind;
  readonly slowdown: number;
}

const nameCase = ({ candidate, kind, slowdown }: Case) => `${candidate.id} ${kind} ${slowdown}`;

/** What is ours, or all that a shop would use instead: other libraries do not know whether something is sold out. */
const isSeenOn = ({ id, isPeer }: Candidate, kind: PageKind) =>
  id !== OWN.observer.id && (!isPeer || kind === 'nothing');

/** Below the fold the button does not yet load the form, which would count among what comes before it. */
const SMALL = { width: 500, height: 150 };

/** The widget reads a page 200 ms after a change at the latest; a script that is at rest for longer than that has started. */
const REST = 300;

/** What a candidate puts on the page, by selector; undefined where it has nothing to put there. */
const toAppear = ({ candidate: { started, isPeer }, kind }: Case) =>
  isPeer || kind === 'something' ? started : undefined;

/** Loads the page, and waits until what is to appear stands there and the page is at rest. */
async function loadUntilRest(bench: Bench, page: Page, each: Case): Promise<void> {
  const { candidate, kind } = each;
  await page.goto(bench.shop.address(candidate.id, PAGES[kind].path), { waitUntil: 'load' });
  const awaited = toAppear(each);
  if (awaited) await page.waitForSelector(awaited, { state: 'attached' });
  await page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), REST);
}

/** Gives the times of the processor in milliseconds until the page is at rest. */
function measureLoad(bench: Bench, each: Case): Promise<Figures> {
  const awaited = toAppear(each);
  return withPage(
    bench,
    async (page) => {
      if (awaited) await noteArrival(page, awaited);
      const file = `${FILES}${each.candidate.id}/script.js`;
      const times = await traceScript(bench, page, [file], () => loadUntilRest(bench, page, each));
      return { ...times, ...(awaited && { arrival: await readArrival(page) }) };
    },
    { slowdown: each.slowdown, viewport: SMALL },
  );
}

/** How many functions are called until the page is at rest. */
function countUntilRest(bench: Bench, each: Case): Promise<number> {
  return withPage(
    bench,
    async (page) => {
      const takeCalls = await countCalls(page, `${FILES}${each.candidate.id}/script.js`);
      await loadUntilRest(bench, page, each);
      return takeCalls();
    },
    { viewport: SMALL },
  );
}

/** The same on a page that changes as Luma's does: a hundred bursts within 2.7 seconds. */
function countOnChangingPage(bench: Bench, { id }: Candidate, kind: PageKind): Promise<Figures> {
  return withPage(bench, async (page) => {
    const takeCalls = await countCalls(page, `${FILES}${id}/script.js`);
    await countReadings(page);
    const address = bench.shop.address(id, PAGES[kind].path);
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    await startAsLuma(page);
    return { calls: await takeCalls(), readings: await takeReadings(page) };
  });
}

function listCases(bench: Bench): Case[] {
  const kinds = Object.keys(PAGES) as PageKind[];
  return bench.candidates.flatMap((candidate) =>
    kinds
      .filter((kind) => isSeenOn(candidate, kind))
      .flatMap((kind) => SLOWDOWNS.map((slowdown) => ({ candidate, kind, slowdown }))),
  );
}

type Measured = ReadonlyMap<string, Figures>;

async function printKind(bench: Bench, measured: Measured, kind: PageKind): Promise<string> {
  const find = (candidate: Candidate, slowdown: number) =>
    measured.get(nameCase({ candidate, kind, slowdown }));
  const core = find(OWN.core, 1)?.all ?? Number.NaN;
  const rows: string[][] = [];
  for (const candidate of bench.candidates.filter((each) => isSeenOn(each, kind))) {
    const [fast, slow] = [find(candidate, 1), find(candidate, 4)];
    const calls = await countUntilRest(bench, { candidate, kind, slowdown: 1 });
    rows.push([
      candidate.name,
      printNumber(fast?.evaluate, 2),
      printNumber(fast?.all, 2),
      printTimes((fast?.all ?? Number.NaN) / core),
      printNumber(slow?.all, 1),
      printNumber(slow?.longest, 1),
      printNumber(calls),
      printNumber(fast?.arrival),
      printNumber(slow?.arrival),
    ]);
  }
  const header = [
    PAGES[kind].text,
    '`EvaluateScript`',
    'all its functions',
    'beside the core',
    'at 4x',
    'most in one task at 4x',
    'calls',
    'it stands after',
    'at 4x',
  ];
  return printTable(header, rows);
}

async function printChanging(bench: Bench): Promise<string> {
  const rows: string[][] = [];
  for (const candidate of [OWN.core, OWN.widget, OWN.observer]) {
    const row: string[] = [candidate.name];
    for (const kind of Object.keys(PAGES) as PageKind[]) {
      const { calls, readings } = await countOnChangingPage(bench, candidate, kind);
      row.push(printNumber(calls), candidate === OWN.widget ? printNumber(readings) : '–');
    }
    rows.push(row);
  }
  const header = ['a page that changes', 'calls, nothing sold out', 'readings'];
  return printTable([...header, 'calls, something sold out', 'readings'], rows);
}

function printAimsOf(measured: Measured): string {
  const find = (candidate: Candidate, kind: PageKind, slowdown: number) =>
    measured.get(nameCase({ candidate, kind, slowdown })) ?? {};
  const ratio = (kind: PageKind, one: Candidate, other: Candidate) =>
    (find(one, kind, 1).all ?? Number.NaN) / (find(other, kind, 1).all ?? Number.NaN);
  return printAims([
    {
      text: 'Nothing sold out, beside the plain core',
      figure: ratio('nothing', OWN.widget, OWN.core),
      most: 1.5,
    },
    {
      text: 'With something sold out, beside a single file that is precompiled as well',
      figure: ratio('something', OWN.widget, OWN.precompiled),
      most: 0.6,
    },
    {
      text: 'The most in one task at 4x',
      figure: find(OWN.widget, 'something', 4).longest,
      most: 50,
      unit: ' ms',
    },
  ]);
}

/** What a page pays for the script before anybody uses it. */
export const startUp: Table = {
  name: 'start-up',
  title: 'Start-up',
  async measure(bench) {
    const cases = listCases(bench).map((each) => ({
      id: nameCase(each),
      run: () => measureLoad(bench, each),
    }));
    const measured = await interleave(bench.runs, cases, bench.tell);
    bench.tell('counting calls');
    return [
      'Milliseconds of the processor that the page’s thread has used, from a trace of Chromium: for `EvaluateScript`, and for that and',
      'every function of the script that the browser called until the page was at rest. The button is below the fold, where it does not',
      'load the form yet. Waiting is not in them, and neither is what other threads do: the widget’s files ask Chrome to compile them',
      'beside the page’s thread while they load, and so does “precompiled”. “4x” is a page’s thread that Chrome slows down four times;',
      'the other threads keep their speed. When the button stands, counted from the navigation, is a time of the clock and mostly the',
      'page’s own. The peers show what they have on every page: beside the second table, take their rows of the first.',
      '',
      await printKind(bench, measured, 'nothing'),
      '',
      await printKind(bench, measured, 'something'),
      '',
      'The same pages while they change as a page of Luma does, in about 100 bursts within 2.7 s of the start, in header, gallery,',
      'price box and minicart; calls of functions until then, and how often the widget read the page:',
      '',
      await printChanging(bench),
      '',
      printAimsOf(measured),
    ].join('\n');
  },
};
