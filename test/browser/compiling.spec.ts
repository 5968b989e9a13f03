import { COMPILE_AT_ONCE, readBundle } from '../../build/bundles.ts';
import { expect, type Page, test } from './fixtures.ts';

// Chrome compiles a function when it is first called, on the page's thread, unless the file asks for all of it beforehand.

const FILE = 'back-in-stock.js';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** How many functions the page's thread has compiled while it ran the widget's file. */
async function countCompiled(page: Page, open: () => Promise<unknown>): Promise<number> {
  const browser = page.context().browser();
  await browser?.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-v8.compile'],
  });
  await open();
  const trace = await browser?.stopTracing();
  const { traceEvents } = JSON.parse(`${trace}`) as { traceEvents: TraceEvent[] };
  const run = traceEvents.find(
    ({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.endsWith(`/${FILE}`),
  );
  if (!run) throw new Error(`The page has not run ${FILE}.`);
  const end = run.ts + (run.dur ?? 0);
  return traceEvents.filter(
    ({ name, pid, tid, ts }) =>
      name === 'V8.CompileCode' && pid === run.pid && tid === run.tid && ts >= run.ts && ts < end,
  ).length;
}

test('the browser has compiled the start before it runs it', async ({ page, openPage, widget }) => {
  const open = async () => {
    await openPage('/shop/trail-runner', { way: 'script' });
    await expect(widget.button).toBeAttached();
  };
  expect(await countCompiled(page, open)).toBe(0);

  const lazy = readBundle(FILE).replace(COMPILE_AT_ONCE, '');
  await page.route(`**/dist/${FILE}`, (route) =>
    route.fulfill({ body: lazy, contentType: 'text/javascript' }),
  );
  expect(await countCompiled(page, open)).toBeGreaterThan(50);
});
