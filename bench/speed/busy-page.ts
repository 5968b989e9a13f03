import { startAsLuma } from '../../test/browser/busy-page.ts';
import { type Bench, type Table, withPage } from './bench.ts';
import { FILES } from './bench-shop.ts';
import { type Candidate, OWN } from './candidates.ts';
import { keepBusy } from './keep-busy.ts';
import { printAims, printNumber, printTable } from './print.ts';
import { launchBrowser } from './start-bench.ts';
import { type Figures, interleave, medians } from './statistics.ts';
import { traceScript } from './trace.ts';

const PATH = '/shop/trail-runner';
const SECONDS = 10;

/** So many pages are busy at once, each in a browser of its own: most of the time each of them waits. */
const LANES = 5;

const SEEN: readonly Candidate[] = [OWN.core, OWN.widget, OWN.observer];

/** The share in percent, and the milliseconds, of the page's thread that are the candidate's, from the navigation on. */
function measureBusyPage(bench: Pick<Bench, 'browser' | 'shop'>, id: string): Promise<Figures> {
  return withPage(bench, async (page) => {
    const files = [`${FILES}${id}/script.js`, `${FILES}${id}/script.form.js`];
    const { all, thread } = await traceScript(bench, page, files, async () => {
      await page.goto(bench.shop.address(id, PATH), { waitUntil: 'domcontentloaded' });
      await Promise.all([startAsLuma(page), keepBusy(page, SECONDS)]);
    });
    return { all, thread, share: (100 * all) / thread };
  });
}

/** What a page pays that changes all the time. */
export const busyPage: Table = {
  name: 'busy-page',
  title: 'A busy page',
  async measure(bench) {
    const results = await Promise.all(
      Array.from({ length: LANES }, async (_, lane) => {
        const browser = await launchBrowser();
        try {
          const own = { ...bench, browser };
          const measured = SEEN.map(({ id }) => ({ id, run: () => measureBusyPage(own, id) }));
          const tell = lane === 0 ? bench.tell : () => {};
          return await interleave(Math.ceil(bench.runs / LANES), measured, tell);
        } finally {
          await browser.close();
        }
      }),
    );
    const find = ({ id }: Candidate) => medians(results.map((lane) => lane.get(id) ?? {}));
    const rows = SEEN.map((candidate) => {
      const { all, thread, share } = find(candidate);
      const milliseconds = [all, thread].map((time) => printNumber(time, 1));
      return [candidate.name, ...milliseconds, `${printNumber(share, 2)} %`];
    });
    return [
      `A page with something sold out for ${SECONDS} seconds from its start: Luma’s widgets start as above, 1,000 changes in the footer,`,
      `a countdown, and a gallery that moves. Milliseconds of the processor for the page’s thread; the start of the script, and that of`,
      `the widget’s form, which loads meanwhile, are among its own. Medians of ${LANES} pages at a time.`,
      '',
      printTable(['', 'of the script', 'of the page', 'share'], rows),
      '',
      printAims([
        { text: 'The widget’s share', figure: find(OWN.widget).share, most: 1, unit: ' %' },
      ]),
    ].join('\n');
  },
};
