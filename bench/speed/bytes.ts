import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Bundle, readBundle } from '../../build/bundles.ts';
import { type Bench, type Table, withPage } from './bench.ts';
import { PEERS } from './candidates.ts';
import { printNumber, printTable } from './print.ts';

/** What a browser loads. */
interface Load {
  readonly files: readonly string[];
  readonly requests: number;
}

const sum = (figures: readonly number[]) => figures.reduce((all, figure) => all + figure, 0);

/** Each file is compressed by itself, as a server with default settings does. */
function describe({ files, requests }: Load): string[] {
  const sizes = [
    sum(files.map((file) => Buffer.byteLength(file))),
    sum(files.map((file) => gzipSync(file).length)),
    sum(files.map((file) => brotliCompressSync(file).length)),
  ];
  return [...sizes.map((size) => printNumber(size)), String(requests)];
}

const WAYS = [
  {
    way: 'script',
    name: 'Back in Stock, script tag',
    start: 'back-in-stock.js',
    form: 'back-in-stock.form.js',
  },
  {
    way: 'requirejs',
    name: 'Back in Stock, RequireJS',
    start: 'back-in-stock.amd.js',
    form: 'back-in-stock.form.js',
  },
  {
    way: 'esm',
    name: 'Back in Stock, ES module',
    start: 'back-in-stock.mjs',
    form: 'back-in-stock.form.mjs',
  },
] as const satisfies readonly { way: string; name: string; start: Bundle; form: Bundle }[];

/** The names of the widget's files that the browser has asked for. */
const isOurs = (url: string) => new URL(url).pathname.startsWith('/dist/');

/** Opens a page that has something sold out below the fold, presses, and counts what is asked for until then. */
async function countRequests(
  bench: Bench,
  way: string,
): Promise<{ trigger: number; form: number }> {
  const small = { width: 500, height: 150 };
  return withPage(
    bench,
    async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => {
        if (isOurs(request.url())) asked.push(request.url());
      });
      const address = `${bench.shop.origin}/shop/camp-lantern?way=${way}&delay=50`;
      await page.goto(address);
      const button = page.locator('.back-in-stock button');
      await button.waitFor({ state: 'attached' });
      const trigger = asked.length;
      await button.click();
      await page.getByRole('dialog').getByRole('textbox').waitFor();
      return { trigger, form: asked.length };
    },
    { viewport: small },
  );
}

/** Sentry without its core shows a button that opens nothing; the two libraries of dialogs bring no form. */
const SENDS: readonly string[] = [PEERS.sentryCore.id];

export const bytes: Table = {
  name: 'bytes',
  title: 'Bytes and requests',
  async measure(bench) {
    const trigger: string[][] = [];
    const form: string[][] = [];
    for (const { way, name, start, form: formFile } of WAYS) {
      const requests = await countRequests(bench, way);
      const files = [readBundle(start)];
      trigger.push([name, ...describe({ files, requests: requests.trigger })]);
      files.push(readBundle(formFile));
      form.push([name, ...describe({ files, requests: requests.form })]);
    }
    for (const { id, name, isPeer } of bench.candidates) {
      const { script, style } = bench.built.get(id) ?? {};
      if (!isPeer && id !== 'core') continue;
      const files = [script, style].filter((file) => file !== undefined && file !== '') as string[];
      const row = [name, ...describe({ files, requests: files.length })];
      trigger.push(row);
      if (SENDS.includes(id)) form.push(row);
    }
    const header = ['raw', 'gzip', 'brotli', 'requests'];
    return [
      'What a browser loads until the button stands, the style sheet included where there is one:',
      '',
      printTable(['until the button stands', ...header], trigger),
      '',
      'What it has loaded once the form is open and can send:',
      '',
      printTable(['until the form can send', ...header], form),
      '',
      '`a11y-dialog` and `micromodal` open a dialog that the shop writes itself and that sends nothing; the entries of both',
      'have a dialog with one field. `@sentry/feedback` needs its core to send.',
    ].join('\n');
  },
};
