import type { CDPSession, Page } from '@playwright/test';
import { changePlace } from '../../test/browser/busy-page.ts';
import { type Bench, type Table, withPage } from './bench.ts';
import { type Candidate, OWN } from './candidates.ts';
import { timeOpening, waitForFormFile } from './opening.ts';
import { printNumber, printTable } from './print.ts';
import { WIDGET_FORM } from './scale.ts';
import { type Figures, interleave } from './statistics.ts';

const PATH = '/shop/camp-lantern';
const OPENINGS = 100;
const CHANGES = 1000;

/** The heap of the page's scripts in kilobytes, and its nodes and listeners, after all garbage has been collected. */
async function takeStock(client: CDPSession): Promise<Record<string, number>> {
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const read = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return {
    heap: read('JSHeapUsedSize') / 1000,
    nodes: read('Nodes'),
    listeners: read('JSEventListeners'),
  };
}

async function openAndClose(page: Page, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await timeOpening(page, WIDGET_FORM);
    await page.keyboard.press('Escape');
    await page.waitForFunction(
      () => !document.querySelector('back-in-stock-modal')?.shadowRoot?.querySelector('[open]'),
    );
  }
}

const STAGES = ['start', 'once', 'openings', 'changes'] as const;

async function measureMemory(bench: Bench, { id }: Candidate): Promise<Figures> {
  return withPage(bench, async (page) => {
    const client = await page.context().newCDPSession(page);
    await client.send('Performance.enable');
    await page.goto(bench.shop.address(id, PATH), { waitUntil: 'load' });
    const isOurs = id === OWN.widget.id;
    if (isOurs) await waitForFormFile(page);
    const stock: Record<string, number> = {};
    const note = async (stage: (typeof STAGES)[number]) => {
      for (const [name, figure] of Object.entries(await takeStock(client))) {
        stock[`${stage} ${name}`] = figure;
      }
    };
    await note('start');
    if (isOurs) await openAndClose(page, 1);
    await note('once');
    if (isOurs) await openAndClose(page, OPENINGS - 1);
    await note('openings');
    await changePlace(page, 'footer', CHANGES);
    await note('changes');
    return stock;
  });
}

/** What the widget keeps. */
export const memory: Table = {
  name: 'memory',
  title: 'Memory',
  async measure(bench) {
    const seen: readonly Candidate[] = [OWN.empty, OWN.widget];
    const measured = await interleave(
      bench.runs,
      seen.map((candidate) => ({
        id: candidate.id,
        run: () => measureMemory(bench, candidate),
      })),
      bench.tell,
    );
    const [page, widget] = seen.map(({ id }) => measured.get(id) ?? {});
    const texts = {
      start: 'after the start',
      once: 'after one opening',
      openings: `after ${OPENINGS} openings`,
      changes: `and after ${printNumber(CHANGES)} changes of the page`,
    };
    const rows = STAGES.map((stage) => {
      const more = (name: string) =>
        (widget?.[`${stage} ${name}`] ?? Number.NaN) - (page?.[`${stage} ${name}`] ?? Number.NaN);
      return [
        texts[stage],
        printNumber(page?.[`${stage} heap`]),
        ...['heap', 'nodes', 'listeners'].map((name) => printNumber(more(name))),
      ];
    });
    return [
      `The heap of a page in kilobytes after all garbage has been collected, and what the widget adds to it and to the page’s nodes`,
      `and listeners, beside an empty script.`,
      '',
      printTable(['', 'page, kB', 'widget, kB', 'nodes', 'listeners'], rows),
    ].join('\n');
  },
};
