import { readFileSync } from 'node:fs';
import { atLengthUnless } from './at-length.ts';
import { expect, takeComplaints, test } from './fixtures.ts';
import { startChangedShop } from './magento-scripts.ts';
import { goToPage } from './open-page.ts';

const TROUBLESHOOTING = readFileSync('docs/troubleshooting.md', 'utf8');
const AMD = '/dist/back-in-stock.amd.js';

/** The file for RequireJS by a tag of its own, which the documents advise against, and what the browser says to it. */
const PLACES: readonly {
  readonly place: string;
  readonly change: (html: string) => string;
  readonly message: string;
}[] = [
  {
    place: 'before RequireJS',
    change: (html) => html.replace('<head>', `<head><script src="${AMD}"></script>`),
    message: 'define is not defined',
  },
  {
    place: 'after RequireJS, before it loads anything',
    change: (html) => html.replace('</head>', `<script src="${AMD}"></script></head>`),
    message: 'Mismatched anonymous define()',
  },
  {
    place: 'while RequireJS loads jQuery, whose place it takes',
    change: (html) =>
      html.replace(
        '</head>',
        `<script async src="${AMD}" onload="document.documentElement.dataset.amd = 'there'"></script></head>`,
      ),
    message: '$.noConflict is not a function',
  },
];

for (const { place, change, message } of PLACES) {
  test(
    `${place}: "${message}", which docs/troubleshooting.md names`,
    atLengthUnless(place === 'before RequireJS'),
    async ({ page, shop, complaints }) => {
      const changed = await startChangedShop(shop.origin, change);
      // In the order of the last case: RequireJS asks for jQuery, the file comes, jQuery comes.
      let askForJquery = () => {};
      const asked = new Promise<void>((resolve) => {
        askForJquery = resolve;
      });
      await page.route(`**${AMD}`, async (route) => {
        if (message.startsWith('$')) await asked;
        await route.continue();
      });
      await page.route('**/jquery*.js', async (route) => {
        askForJquery();
        if (message.startsWith('$')) await page.waitForSelector('html[data-amd]');
        await route.continue();
      });
      // RequireJS loads it beside jQuery. The file takes the place of whichever comes first after it.
      await page.route('**/mage-apply.js', async (route) => {
        if (message.startsWith('$')) await page.waitForFunction(() => 'jQuery' in window);
        await route.continue();
      });
      await goToPage(page, changed.origin, '/shop/trail-runner', { way: 'none' });
      await takeComplaints(complaints, [message]);
      expect(TROUBLESHOOTING).toContain(`"${message}"`);
      await changed.close();
    },
  );
}
