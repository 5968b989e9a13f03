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

/** Loads the page, and gives the times of the processor in milliseconds. */
function measureLoad(bench: Bench, { candidate, kind, slowdown }: Case): Promise<Figures> {
  const { id, started, isPeer } = candidate;
  const isToAppear = started !== undefined && (isPeer || kind === 'something');
  return withPage(
    bench,
    async (page) => {
      if (isToAppear) await noteArrival(page, started);
      const times = await traceScript(bench, page, `${FILES}${id}/script.js`, async () => {
        await page.goto(bench.shop.address(id, PAGES[kind].path), { waitUntil: 'load' });
        if (isToAppear) await page.waitForSelector(started, { state: 'attached' });
      });
      return { ...times, ...(isToAppear && { arrival: await readArrival(page) }) };
    },
    { slowdown },
  );
}

/** How many functions are called until the page has loaded and what is to appear stands there. They are the same in each run. */
function countUntilLoaded(bench: Bench, { candidate, kind }: Case): Promise<number> {
  const { id, started, isPeer } = candidate;
  return withPage(bench, async (page) => {
    const takeCalls = await countCalls(page, `${FILES}${id}/script.js`);
    await page.goto(bench.shop.address(id, PAGES[kind].path), { waitUntil: 'load' });
    if (started && (isPeer || kind === 'something')) {
      await page.waitForSelector(started, { state: 'attached' });
    }
    return takeCalls();
  });
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
    const calls = await countUntilLoaded(bench, { candidate, kind, slowdown: 1 });
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
    'longest task at 4x',
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
      text: 'Until the button stands, beside all at once',
      figure: ratio('something', OWN.widget, OWN.eager),
      most: 0.6,
    },
    {
      text: 'The same beside all at once, compiled at once',
      figure: ratio('something', OWN.widget, OWN.eagerCompiled),
      most: 0.6,
    },
    {
      text: 'The longest task at 4x',
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
      'Times of the page’s thread in milliseconds, from a trace of Chromium: of `EvaluateScript`, and of that and every function',
      'of the script that the browser called until the page had loaded and the button stood there. Such times come out alike in',
      'each run; when it stands, counted from the navigation, is a time of the clock and mostly the page’s own. The widget’s files ask',
      'Chrome to compile them beside that thread while they load; so does “compiled at once”, and no other of these.',
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
