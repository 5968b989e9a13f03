import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { EMAIL, takeLogged } from './fault-checks.ts';
import { expect, type Page, test } from './fixtures.ts';
import { makeOlder, readKept, readStorage } from './kept-entries.ts';
import { leaveKept } from './leave-kept.ts';
import { goToPage, openPage } from './open-page.ts';
import { expectNothingOffered, waitForForm } from './readiness.ts';
import { shortenPauses } from './shorten-pauses.ts';
import { listPosts } from './transports.ts';

// How long and how much is kept, and browsers and merchants that keep nothing.

const STRICT = { csp: 'strict' };
const OFFLINE = ['net::ERR_INTERNET_DISCONNECTED'];
const HOUR = 3_600_000;

test('after a day it is forgotten', async ({ page, shop, complaints }) => {
  await leaveKept(page, shop, EMAIL);
  await takeLogged(complaints, OFFLINE);
  // A page of the shop without the widget, only to get at the browser's storage.
  await goToPage(page, shop.origin, '/privacy');
  await makeOlder(page, 24 * HOUR);
  expect(await readKept(page)).toHaveLength(1);
  await goToPage(page, shop.origin, '/shop/enamel-mug', STRICT);
  await expect.poll(() => readStorage(page)).toEqual([]);
  expect(listPosts(shop.sandbox)).toHaveLength(0);
});

test(
  'twenty are kept; one more gets its own sentence and "Try again"; all of them arrive',
  AT_LENGTH,
  async ({ page, context, shop, widget, complaints }) => {
    await openPage(page, shop, '/shop/camp-lantern', STRICT);
    await waitForForm(page);
    await context.setOffline(true);
    for (let count = 1; count <= 20; count += 1) {
      await widget.subscribe(`shopper${count}@example.com`);
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.keptOffline);
      await widget.submit.click();
    }
    await widget.subscribe(EMAIL);
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.offline);
    await expect(widget.submit).toHaveText(DEFAULT_TEXTS.retry);
    await expect(widget.email).toHaveValue(EMAIL);
    expect(await readKept(page)).toHaveLength(20);
    await takeLogged(complaints, OFFLINE);

    await context.setOffline(false);
    await expect.poll(() => shop.sandbox.events).toHaveLength(20);
    await widget.submit.click();
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    await expect.poll(() => readStorage(page)).toEqual([]);
    expect(new Set(shop.sandbox.events.map(({ email }) => email)).size).toBe(21);
    expect(listPosts(shop.sandbox)).toHaveLength(21);
  },
);

/** Browsers in which nothing can be kept. */
const STORAGES: Record<string, () => void> = {
  blocked: () => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('The storage is blocked.', 'SecurityError');
      },
    });
  },
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('The storage is full.', 'QuotaExceededError');
    };
  },
  missing: () => {
    Object.defineProperty(window, 'localStorage', { value: null });
  },
};

for (const [name, prepare] of Object.entries(STORAGES)) {
  test(
    `storage ${name}: everything as without the outbox, and nothing in the console`,
    atLengthUnless(name === 'blocked'),
    async ({ page, context, shop, widget, complaints }) => {
      await page.addInitScript(prepare);
      // Magento's own script cannot do without it, which is not our matter.
      await page.route('**/customer-data.js', (route) => route.fulfill({ body: '' }));
      await openPage(page, shop, '/shop/camp-lantern', { ...STRICT, options: { retries: 1 } });
      await waitForForm(page);
      await context.setOffline(true);
      await widget.subscribe(EMAIL);
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.offline);
      await expect(widget.submit).toHaveText(DEFAULT_TEXTS.retry);
      await takeLogged(complaints, OFFLINE);

      await context.setOffline(false);
      await shortenPauses(page, 1);
      shop.sandbox.setMode('500');
      await widget.submit.click();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.serverError);
      expect(listPosts(shop.sandbox)).toHaveLength(2);
      await takeLogged(complaints, ['500']);

      shop.sandbox.setMode('normal');
      await widget.submit.click();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      expect(shop.sandbox.events).toEqual([{ email: EMAIL, variant: '2045', store: '1' }]);
      await goToPage(page, shop.origin, '/shop/enamel-mug', STRICT);
      await expectNothingOffered(page);
      expect(listPosts(shop.sandbox)).toHaveLength(3);
    },
  );
}

/** All that a page can leave in the browser. */
async function readBrowser(page: Page) {
  return page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookies: document.cookie,
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
  }));
}

test(
  'with the outbox and all memory set off nothing is written at all, neither while it is sent nor after',
  AT_LENGTH,
  async ({ page, context, shop, widget, complaints }) => {
    const options = { outbox: false, rememberDays: 0, rememberEmail: 'off', retries: 1 };
    await openPage(page, shop, '/shop/camp-lantern', { ...STRICT, options });
    const before = await readBrowser(page);
    shop.sandbox.setMode('hang');
    await widget.subscribe(EMAIL);
    await expect.poll(() => listPosts(shop.sandbox)).toHaveLength(1);
    expect(await readBrowser(page)).toEqual(before);
    await page.keyboard.press('Escape');
    await expect(widget.dialog).toHaveCount(0);
    expect(await readBrowser(page)).toEqual(before);

    await context.setOffline(true);
    await widget.subscribe(EMAIL);
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.offline);
    expect(await readBrowser(page)).toEqual(before);
    await context.setOffline(false);
    await takeLogged(complaints, OFFLINE);

    shop.sandbox.setMode('503');
    await widget.submit.click();
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.retrying);
    expect(await readBrowser(page)).toEqual(before);
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.serverError);
    await expect(widget.submit).toHaveText(DEFAULT_TEXTS.retry);
    expect(await readBrowser(page)).toEqual(before);
    await takeLogged(complaints, ['503']);

    shop.sandbox.setMode('normal');
    await widget.submit.click();
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    expect(await readBrowser(page)).toEqual(before);
  },
);
