import { COMPILE_AT_ONCE, readBundle } from '../../build/bundles.ts';
import { expect, type Page, test } from './fixtures.ts';
import { findRun, isSameThread, isWithin, recordTrace } from './tracing.ts';

// Chrome compiles a function when it is first called, on the page's thread, unless the file asks for all of it beforehand.

const FILE = 'back-in-stock.js';
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-v8.compile'];

/** How many functions the page's thread has compiled while it ran the widget's file. */
async function countCompiled(page: Page, open: () => Promise<unknown>): Promise<number> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page has no browser that can be traced.');
  const events = await recordTrace(browser, page, CATEGORIES, open);
  const run = findRun(events, `/${FILE}`);
  return events.filter(
    (event) => event.name === 'V8.CompileCode' && isSameThread(event, run) && isWithin(run, event),
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
