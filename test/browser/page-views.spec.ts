import type { SandboxMode } from '../../demo/sandbox/modes.ts';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH } from './at-length.ts';
import { countPosts, EMAIL, expectNothingLost } from './fault-checks.ts';
import { expect, type Page, test } from './fixtures.ts';
import { makeOlder, passWaits, readKept } from './kept-entries.ts';
import { leaveKept } from './leave-kept.ts';
import { goToPage, openPage } from './open-page.ts';
import { expectNothingOffered } from './readiness.ts';
import { listPosts, ONSITE } from './transports.ts';

// One browser with one kept subscription is no load for a shop whose Klaviyo is in trouble, however many pages it opens.

const STRICT = { csp: 'strict' };
const PAGES = ['/shop/enamel-mug', '/hyva/enamel-mug', '/category/all'];
const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Looks at so many pages of the shop, each until the widget runs. */
async function lookAround(page: Page, origin: string, views: number): Promise<void> {
  for (let view = 0; view < views; view += 1) {
    await goToPage(page, origin, PAGES[view % PAGES.length] ?? '', STRICT);
    await expectNothingOffered(page);
  }
}

/** One without an answer and one with: the others are in `test/dom/outbox-waits.test.ts`. */
const TROUBLES: readonly SandboxMode[] = ['hang', '500'];

for (const mode of TROUBLES) {
  test(
    `${mode}: ten page views send once, and after each failure less often`,
    AT_LENGTH,
    async ({ page, shop, complaints }) => {
      test.slow();
      // However long the pages take, the time that counts here passes when the test says so.
      await page.clock.setFixedTime(new Date());
      await leaveKept(page, shop, EMAIL);
      const count = countPosts(page, ONSITE);
      shop.sandbox.setMode(mode);
      await lookAround(page, shop.origin, 10);
      expect(count()).toBe(1);
      for (const [tries, wait] of [30 * SECOND, 2 * MINUTE, 10 * MINUTE].entries()) {
        await makeOlder(page, wait - SECOND);
        await lookAround(page, shop.origin, 2);
        expect(count()).toBe(tries + 1);
        await passWaits(page);
        await lookAround(page, shop.origin, 2);
        expect(count()).toBe(tries + 2);
      }
      expect((await readKept(page)).map(({ tries }) => tries)).toEqual([4]);

      shop.sandbox.setMode('normal');
      await passWaits(page);
      await goToPage(page, shop.origin, '/shop/enamel-mug', STRICT);
      await expectNothingLost(page, shop, ONSITE);
      expect(count()).toBe(5);
      complaints.length = 0;
    },
  );
}

test(
  'tabs beside each other send once between them, also when they are opened while it is under way',
  AT_LENGTH,
  async ({ page, context, shop, complaints }) => {
    await page.clock.setFixedTime(new Date());
    await leaveKept(page, shop, EMAIL);
    shop.sandbox.setMode('hang');
    await goToPage(page, shop.origin, '/shop/enamel-mug', STRICT);
    await expect.poll(() => listPosts(shop.sandbox)).toHaveLength(1);
    const tabs = await Promise.all(PAGES.map(() => context.newPage()));
    await Promise.all(tabs.map((tab) => lookAround(tab, shop.origin, 5)));
    expect(listPosts(shop.sandbox)).toHaveLength(1);
    complaints.length = 0;
  },
);

test(
  'a shopper who presses, leaves the page at once and looks around has sent it once, and it is not lost',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    await page.clock.setFixedTime(new Date());
    await openPage(page, shop, '/shop/camp-lantern', STRICT);
    const count = countPosts(page, ONSITE);
    shop.sandbox.setMode('hang');
    await widget.subscribe(EMAIL);
    await expect.poll(() => listPosts(shop.sandbox)).toHaveLength(1);
    await lookAround(page, shop.origin, 10);
    expect(count()).toBe(1);

    shop.sandbox.setMode('normal');
    await passWaits(page);
    await goToPage(page, shop.origin, '/shop/enamel-mug', STRICT);
    await expectNothingLost(page, shop, ONSITE);
    expect(count()).toBe(2);
  },
);

test('what is left alone is sent at once by the shopper who presses the button herself', async ({
  page,
  shop,
  widget,
  complaints,
}) => {
  await openPage(page, shop, '/shop/camp-lantern', { ...STRICT, options: { retries: 0 } });
  shop.sandbox.setMode('500', 1);
  await widget.subscribe(EMAIL);
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.kept);
  await goToPage(page, shop.origin, '/shop/camp-lantern', STRICT);
  await widget.subscribe(EMAIL);
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  await expectNothingLost(page, shop, ONSITE);
  expect(listPosts(shop.sandbox)).toHaveLength(2);
  complaints.length = 0;
});
