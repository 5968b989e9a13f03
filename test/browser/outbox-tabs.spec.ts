import type { BrowserContext } from '@playwright/test';
import type { RunningShop } from '../../demo/server.ts';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH } from './at-length.ts';
import { EMAIL, takeLogged } from './fault-checks.ts';
import { expect, type Page, test } from './fixtures.ts';
import { passWaits, readStorage } from './kept-entries.ts';
import { goToPage, openPage } from './open-page.ts';
import { readEvents, recordEvents } from './shop-window.ts';
import { listPosts } from './transports.ts';
import { createWidget } from './widget.ts';

// What is kept in one tab is settled in another.

/** A tab whose form says that it will be tried later, which another may do now; itself it does not during the test. */
async function keepInTab(page: Page, shop: RunningShop, email: string) {
  await page.addInitScript(() => {
    Math.random = () => 0.99;
  });
  await recordEvents(page);
  await openPage(page, shop, '/shop/camp-lantern', { csp: 'strict', options: { retries: 0 } });
  shop.sandbox.setMode('500', 1);
  const widget = createWidget(page);
  await widget.subscribe(email);
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.kept);
  await passWaits(page);
  return widget;
}

/** Opens another page of the shop in another tab of the same browser. */
async function openTab(context: BrowserContext, shop: RunningShop): Promise<Page> {
  const tab = await context.newPage();
  await recordEvents(tab);
  await goToPage(tab, shop.origin, '/shop/enamel-mug', { csp: 'strict' });
  return tab;
}

const readSettled = async (page: Page) =>
  (await readEvents(page))
    .filter(({ name }) => name === 'subscribed' || name === 'failed')
    .map(({ name, detail }) => [name, detail.reason, detail.variants.map(({ id }) => id)]);

const KEPT = ['failed', 'serverError', ['2045']];

test('another tab sends what is kept: the form thanks, and the merchant hears of it once', async ({
  page,
  context,
  shop,
  complaints,
}) => {
  const widget = await keepInTab(page, shop, EMAIL);
  const tab = await openTab(context, shop);
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  await expect(widget.status).toHaveClass('success');
  await expect(widget.submit).toHaveText(DEFAULT_TEXTS.done);
  await expect.poll(() => readSettled(tab)).toEqual([['subscribed', undefined, ['2045']]]);
  expect(await readSettled(page)).toEqual([KEPT]);
  expect(shop.sandbox.events).toEqual([{ email: EMAIL, variant: '2045', store: '1' }]);
  expect(listPosts(shop.sandbox)).toHaveLength(2);
  expect(await readStorage(page)).toEqual([]);
  await takeLogged(complaints, ['500']);
  await page.bringToFront();
  await widget.submit.click();
  await expect(widget.dialog).toHaveCount(0);
});

test(
  'another tab is refused: the form says so, and can be sent again',
  AT_LENGTH,
  async ({ page, context, shop, complaints }) => {
    const widget = await keepInTab(page, shop, 'refused@example.com');
    const tab = await openTab(context, shop);
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.refused);
    await expect(widget.email).toHaveValue('refused@example.com');
    await expect(widget.submit).toHaveText(DEFAULT_TEXTS.retry);
    await expect.poll(() => readSettled(tab)).toEqual([['failed', 'refused', ['2045']]]);
    expect(await readSettled(page)).toEqual([KEPT]);
    expect(await readStorage(page)).toEqual([]);
    await takeLogged(complaints, ['500', 'Klaviyo refused a subscription.']);
    await page.bringToFront();
    await widget.email.fill(EMAIL);
    await widget.submit.click();
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    expect(shop.sandbox.events.map(({ email }) => email)).toEqual([EMAIL]);
  },
);

for (const [what, remove] of [
  ['empties the storage', () => localStorage.clear()],
  [
    'removes the entry',
    () => {
      for (const key of Object.keys(localStorage)) localStorage.removeItem(key);
    },
  ],
] as const) {
  test(
    `another tab ${what}: the form promises nothing any more, and can be sent again`,
    AT_LENGTH,
    async ({ page, context, shop, complaints }) => {
      const widget = await keepInTab(page, shop, EMAIL);
      const tab = await context.newPage();
      await tab.goto(`${shop.origin}/favicon.svg`);
      await tab.evaluate(remove);
      await expect(widget.status).toHaveText('');
      await expect(widget.email).toHaveValue(EMAIL);
      await expect(widget.submit).toHaveText(DEFAULT_TEXTS.retry);
      expect(await readSettled(page)).toEqual([KEPT]);
      await takeLogged(complaints, ['500']);
      await page.bringToFront();
      await widget.submit.click();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      expect(shop.sandbox.events.map(({ email }) => email)).toEqual([EMAIL]);
    },
  );
}

test(
  '"Stop" in another tab ends it in this one too',
  AT_LENGTH,
  async ({ page, context, shop, complaints }) => {
    const widget = await keepInTab(page, shop, EMAIL);
    const tab = await context.newPage();
    shop.sandbox.setMode('503');
    await goToPage(tab, shop.origin, '/shop/camp-lantern', { csp: 'strict' });
    const other = createWidget(tab);
    await other.subscribe(EMAIL);
    await expect(other.status).toHaveText(DEFAULT_TEXTS.retrying);
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.kept);
    await other.dialog.getByRole('button', { name: DEFAULT_TEXTS.stop, exact: true }).click();
    await expect(widget.status).toHaveText('');
    await expect(widget.submit).toHaveText(DEFAULT_TEXTS.retry);
    expect(await readStorage(page)).toEqual([]);
    await takeLogged(complaints, ['500', '503']);
  },
);

test(
  'a form that has been opened anew hears nothing of what an earlier one kept',
  AT_LENGTH,
  async ({ page, context, shop, complaints }) => {
    const widget = await keepInTab(page, shop, EMAIL);
    await widget.submit.click();
    await widget.button.click();
    await widget.email.fill('other@example.com');
    await openTab(context, shop);
    await expect.poll(() => readStorage(page)).toEqual([]);
    await expect(widget.status).toHaveText('');
    await expect(widget.email).toHaveValue('other@example.com');
    await expect(widget.submit).toHaveText(DEFAULT_TEXTS.submit);
    await takeLogged(complaints, ['500']);
  },
);
