import { atLengthUnless } from './at-length.ts';
import { countCalls } from './coverage.ts';
import { expect, type Page, test } from './fixtures.ts';
import { openByHandle, waitForOptions } from './readiness.ts';

// What a page pays, as far as it can be counted. What is timed is measured by `npm run bench`.

/** The calls of functions until the page is at rest, and with something sold out the elements that are added for it. */
const ROWS = [
  { path: '/shop/enamel-mug', kind: 'simple, in stock', calls: 140, elements: 0 },
  { path: '/shop/camp-lantern', kind: 'simple, sold out', calls: 310, elements: 2 },
  { path: '/shop/trail-runner', kind: 'swatches, some sold out', calls: 1250, elements: 2 },
] as const;

const countElements = (page: Page) =>
  page.evaluate(() => document.body.querySelectorAll('*').length);

/** The widget's files that the page has asked for. */
function recordFiles(page: Page): string[] {
  const files: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/dist/')) files.push(pathname);
  });
  return files;
}

test.describe('with the button below the fold', () => {
  test.use({ viewport: { width: 500, height: 150 } });

  for (const { path, kind, calls, elements } of ROWS) {
    test(
      `${kind}: few calls, one request and ${elements} elements until the button, a second request until the form`,
      atLengthUnless(kind === 'swatches, some sold out'),
      async ({ page, openPage, widget }) => {
        await openPage(path, { way: 'none' });
        await waitForOptions(page);
        const before = await countElements(page);
        const files = recordFiles(page);
        const takeCalls = await countCalls(page, 'back-in-stock.js');
        await openPage(path, { way: 'script' });
        await waitForOptions(page);
        if (elements > 0) await expect(widget.button).toBeAttached();
        // Counts until the page is at rest, so that it does not matter how fast the machine is.
        let called = 0;
        await expect
          .poll(async () => {
            const more = await takeCalls();
            called += more;
            return more;
          })
          .toBe(0);
        expect(called).toBeGreaterThan(20);
        expect(called).toBeLessThanOrEqual(calls);
        expect((await countElements(page)) - before).toBe(elements);
        expect(files).toEqual(['/dist/back-in-stock.js']);
        expect(await openByHandle(page)).toBe(elements > 0);
        expect(files.slice(1)).toEqual(elements > 0 ? ['/dist/back-in-stock.form.js'] : []);
      },
    );
  }
});
