import { type Bench, type Table, withPage } from './bench.ts';
import { FILES } from './bench-shop.ts';
import { buildEntry } from './build-candidates.ts';
import { OWN } from './candidates.ts';
import { describePages } from './describe-pages.ts';
import { printConfiguration } from './large-configuration.ts';
import { putLargeProduct } from './large-product.ts';
import { slowDown, timeOpening, waitForFormFile } from './opening.ts';
import { printAims, printNumber, printTable, printTimes } from './print.ts';
import { type Figures, interleave, medians } from './statistics.ts';
import { traceScript } from './trace.ts';

const SIZES = [100, 1000, 5000, 20_000] as const;

/** The widget's own dialog, and what opens it, on a page of the demo. */
export const WIDGET_FORM = {
  button: '.back-in-stock button',
  host: 'back-in-stock-modal',
  dialog: 'dialog[open]',
} as const;

/** A page that shares nothing with other origins has a clock of 5 µs; any other has one of 100 µs, coarser than what is timed. */
const ISOLATED = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** The milliseconds of parsing and of finding, for each size, all in one page. */
async function measureConfigurations(bench: Bench): Promise<ReadonlyMap<number, Figures>> {
  const { script } = await buildEntry('scale.js');
  return withPage(bench, async (page) => {
    // An address without any script of its own.
    bench.shop.put('/bench-pages/empty', '<!doctype html><title>Scale</title>', ISOLATED);
    await page.goto(`${bench.shop.origin}/bench-pages/empty`);
    await page.addScriptTag({ content: script });
    const all = new Map<number, Figures[]>();
    for (const size of SIZES) {
      const text = printConfiguration({ children: size, soldOutEach: 7 });
      await page.evaluate((json) => Object.assign(window, { [`json${json.length}`]: json }), text);
      const runs = await page.evaluate(
        ([name, count]) => {
          const { measureOnce } = Reflect.get(window, 'Bench');
          return Array.from({ length: count }, () => measureOnce(Reflect.get(window, name)));
        },
        [`json${text.length}`, bench.runs] as const,
      );
      all.set(size, runs);
    }
    return new Map([...all].map(([size, runs]) => [size, medians(runs)]));
  });
}

/** Milliseconds until a form is open that offers so many sold-out variants, on a processor four times slower. */
async function measureChoice(bench: Bench, variants: number): Promise<Figures> {
  const path = await putLargeProduct(bench.shop, variants);
  return withPage(bench, async (page) => {
    await page.goto(bench.shop.address(OWN.widget.id, path));
    await waitForFormFile(page);
    await slowDown(page, 4);
    return { opened: await timeOpening(page, WIDGET_FORM) };
  });
}

/** The milliseconds of the widget's script in a list of so many tiles. */
async function measureList(bench: Bench, tiles: number, listing: boolean): Promise<Figures> {
  return withPage(bench, async (page) => {
    const parameters = { tiles: String(tiles), options: JSON.stringify({ listing }) };
    const address = bench.shop.address(OWN.widget.id, '/category/all', parameters);
    const { all } = await traceScript(bench, page, [`${FILES}${OWN.widget.id}/script.js`], () =>
      page.goto(address, { waitUntil: 'load' }).then(() => {}),
    );
    return { all };
  });
}

const LISTS = [
  { tiles: 0, listing: false },
  { tiles: 500, listing: false },
  { tiles: 0, listing: true },
  { tiles: 500, listing: true },
] as const;

const nameList = (tiles: number, listing: boolean) => `${tiles} ${listing}`;

const FEW = 9;
const MANY = 5000;

function measurePages(bench: Bench): Promise<ReadonlyMap<string, Figures>> {
  const choices = [FEW, MANY].map((variants) => ({
    id: String(variants),
    run: () => measureChoice(bench, variants),
  }));
  const lists = LISTS.map(({ tiles, listing }) => ({
    id: nameList(tiles, listing),
    run: () => measureList(bench, tiles, listing),
  }));
  return interleave(bench.runs, [...choices, ...lists], bench.tell);
}

const divide = (one: number | undefined, other: number | undefined) =>
  (one ?? Number.NaN) / (other ?? Number.NaN);

function printConfigurations(found: ReadonlyMap<number, Figures>): string {
  const rows = SIZES.map((size) => {
    const { parse, find, soldOut } = found.get(size) ?? {};
    const text = printConfiguration({ children: size, soldOutEach: 7 });
    return [
      printNumber(size),
      printNumber(soldOut),
      `${printNumber(text.length / 1000)} kB`,
      printNumber(parse, 2),
      printNumber(find, 2),
      printTimes(divide(find, parse)),
    ];
  });
  return printTable(
    ['children', 'sold out', 'text', '`JSON.parse`, ms', 'finding, ms', 'beside parsing'],
    rows,
  );
}

/** What grows with the catalogue. */
export const scale: Table = {
  name: 'scale',
  title: 'Scale',
  async measure(bench) {
    const found = await measureConfigurations(bench);
    const pages = await measurePages(bench);
    const choice = (variants: number) => pages.get(String(variants))?.opened;
    const list = (tiles: number, listing: boolean) => pages.get(nameList(tiles, listing))?.all;
    const ratios = SIZES.map((size) => divide(found.get(size)?.find, found.get(size)?.parse));
    const added = (listing: boolean) =>
      (list(500, listing) ?? Number.NaN) - (list(0, listing) ?? Number.NaN);
    return [
      'A configuration as Magento prints it, with three pictures for each child: to parse its text, which Magento does, and to find',
      'the sold-out children in what it has parsed, which is the widget’s part.',
      '',
      printConfigurations(found),
      '',
      printTable(
        ['the form on a processor four times slower', 'from the press until it is painted, ms'],
        [FEW, MANY].map((variants) => [
          `${printNumber(variants)} sold-out variants to choose from`,
          printNumber(choice(variants)),
        ]),
      ),
      '',
      printTable(
        ['a list of products', 'of the widget, ms'],
        LISTS.map(({ tiles, listing }) => [
          `${tiles} tiles, ${listing ? 'with' : 'without'} buttons`,
          printNumber(list(tiles, listing), 2),
        ]),
      ),
      '',
      await describePages(bench),
      '',
      printAims([
        { text: 'Finding beside parsing, at worst', figure: Math.max(...ratios), most: 0.25 },
        {
          text: '20,000 children beside 1,000',
          figure: divide(found.get(20_000)?.find, found.get(1000)?.find),
          most: 25,
        },
        {
          text: 'The form’s choice among 5,000 opens at 4x',
          figure: choice(MANY),
          most: 100,
          unit: ' ms',
        },
        { text: '500 tiles without buttons add', figure: added(false), most: 5, unit: ' ms' },
        { text: '500 tiles with buttons add', figure: added(true), most: 5, unit: ' ms' },
      ]),
    ].join('\n');
  },
};
