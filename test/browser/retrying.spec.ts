import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { askingFor } from '../support/klaviyo-answers.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { countPosts, EMAIL, expectNothingLost, takeLogged } from './fault-checks.ts';
import { expect, test } from './fixtures.ts';
import { readKept, readStorage } from './kept-entries.ts';
import { goToPage, openPage } from './open-page.ts';
import { expectNothingOffered } from './readiness.ts';
import { routeKlaviyo } from './route-klaviyo.ts';
import { listenToPage } from './screen-reader.ts';
import { readEventNames, readEvents, recordEvents } from './shop-window.ts';
import { shortenPauses } from './shorten-pauses.ts';
import { listPosts, ONSITE, TRANSPORTS } from './transports.ts';

// What may be over in a moment is sent again, while the shopper reads one calm sentence and can stop it.

const STRICT = { csp: 'strict' };

for (const transport of TRANSPORTS) {
  const { api } = transport;

  test(
    `${api}: busy twice, then success: one calm sentence, one more, and three equal requests`,
    atLengthUnless(api === 'onsite'),
    async ({ page, shop, widget, complaints }) => {
      const reader = await listenToPage(page);
      await recordEvents(page);
      await openPage(page, shop, '/shop/camp-lantern', { ...STRICT, options: { api } });
      await shortenPauses(page, 2);
      await widget.button.click();
      await widget.email.fill(EMAIL);
      shop.sandbox.setMode('503', 2);
      await widget.submit.click();

      await expect(widget.status).toHaveText(DEFAULT_TEXTS.retrying);
      await expect(widget.status).not.toHaveClass(/error|success/);
      await expect(widget.submit).toHaveText(DEFAULT_TEXTS.sending);
      await expect(widget.submit).toHaveAttribute('aria-disabled', 'true');
      await expect(widget.submit).toBeFocused();
      const stop = widget.dialog.getByRole('button', { name: DEFAULT_TEXTS.stop, exact: true });
      await expect(stop).toBeVisible();
      await expect(widget.email).toHaveValue(EMAIL);

      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      await expect(widget.submit).toHaveText(DEFAULT_TEXTS.done);
      await expect(widget.submit).toBeFocused();
      await expect(stop).toHaveCount(0);
      expect(await reader.takeResults()).toEqual([
        `status: ${DEFAULT_TEXTS.retrying}`,
        `status: ${DEFAULT_TEXTS.success}`,
      ]);
      const posts = listPosts(shop.sandbox);
      expect(posts).toHaveLength(3);
      expect(new Set(posts.map(({ url, body }) => `${url} ${body}`)).size).toBe(1);
      expect(await readEventNames(page)).toEqual(['shown', 'opened', 'subscribed']);
      await expectNothingLost(page, shop, transport);
      await takeLogged(complaints, ['503']);
    },
  );
}

test('the focus stays in the field that Enter was pressed in, and then goes to "Done"', async ({
  page,
  shop,
  widget,
  complaints,
}) => {
  await openPage(page, shop, '/shop/camp-lantern', STRICT);
  await shortenPauses(page, 2);
  shop.sandbox.setMode('503', 2);
  await widget.button.click();
  await widget.email.fill(EMAIL);
  await widget.email.press('Enter');
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.retrying);
  await expect(widget.email).toBeFocused();
  await expect.poll(() => listPosts(shop.sandbox)).toHaveLength(2);
  await expect(widget.email).toBeFocused();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  await expect(widget.submit).toBeFocused();
  await takeLogged(complaints, ['503']);
});

test(
  'while it is sent again neither a choice nor the address can be changed',
  AT_LENGTH,
  async ({ page, shop, widget, complaints }) => {
    await openPage(page, shop, '/shop/trail-runner', STRICT);
    await shortenPauses(page, 1);
    shop.sandbox.setMode('503', 1);
    await widget.subscribe(EMAIL, 'Red / 42');
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.retrying);
    // They say that they are disabled, and Playwright would wait for them.
    await widget.variant.press('ArrowUp');
    await widget.email.fill('other@example.com', { force: true });
    await widget.email.press('Enter');
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    await expect(widget.chosen).toHaveText(['Red', '42']);
    expect(shop.sandbox.events).toEqual([{ email: EMAIL, variant: '2003', store: '1' }]);
    expect(listPosts(shop.sandbox)).toHaveLength(2);
    await takeLogged(complaints, ['503']);
  },
);

for (const { options, times } of [
  { options: {}, times: 5 },
  { options: { retries: 0 }, times: 1 },
  { options: { retries: '3' }, times: 4 },
  { options: { retries: 10 }, times: 11 },
]) {
  test(
    `with ${JSON.stringify(options)} it is sent ${times}× in all`,
    AT_LENGTH,
    async ({ page, shop, widget, complaints }) => {
      await recordEvents(page);
      await openPage(page, shop, '/shop/camp-lantern', { ...STRICT, options });
      await shortenPauses(page, times - 1);
      shop.sandbox.setMode('500');
      await widget.subscribe(EMAIL);
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.kept);
      expect(listPosts(shop.sandbox)).toHaveLength(times);
      expect(await readKept(page)).toHaveLength(1);
      const events = await readEvents(page);
      expect(events.map(({ name }) => name)).toEqual(['shown', 'opened', 'failed']);
      expect(events.at(-1)?.detail).toMatchObject({ reason: 'serverError', isKept: true });
      await takeLogged(complaints, ['500']);
    },
  );
}

for (const key of ['Enter', 'Space']) {
  test(
    `"Stop" by the keyboard, with ${key}: back to the form as it was, and nothing is sent any more`,
    atLengthUnless(key === 'Enter'),
    async ({ page, shop, widget, complaints }) => {
      await recordEvents(page);
      await openPage(page, shop, '/shop/camp-lantern', STRICT);
      shop.sandbox.setMode('503');
      await widget.subscribe(EMAIL);
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.retrying);
      await page.keyboard.press('Tab');
      const stop = widget.dialog.getByRole('button', { name: DEFAULT_TEXTS.stop, exact: true });
      await expect(stop).toBeFocused();
      await page.keyboard.press(key);

      await expect(stop).toHaveCount(0);
      await expect(widget.submit).toBeFocused();
      await expect(widget.submit).toHaveText(DEFAULT_TEXTS.retry);
      await expect(widget.submit).toHaveAttribute('aria-disabled', 'false');
      await expect(widget.status).toHaveText('');
      await expect(widget.email).toHaveValue(EMAIL);
      expect(await readStorage(page)).toEqual([]);
      await expect.poll(() => readEventNames(page)).toEqual(['shown', 'opened', 'failed']);
      expect((await readEvents(page)).at(-1)?.detail).toMatchObject({
        reason: 'aborted',
        isKept: false,
      });
      await takeLogged(complaints, ['503']);

      shop.sandbox.setMode('normal');
      const sent = listPosts(shop.sandbox).length;
      await page.keyboard.press(key);
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      expect(listPosts(shop.sandbox)).toHaveLength(sent + 1);
      await expectNothingLost(page, shop, ONSITE);
    },
  );
}

test(
  '"Stop" also ends a request that is under way',
  AT_LENGTH,
  async ({ page, shop, widget, complaints }) => {
    // The second one is never answered.
    const requests = await routeKlaviyo(page, shop.endpoint, 'sandbox', 'silent');
    await openPage(page, shop, '/shop/camp-lantern', STRICT);
    await shortenPauses(page, 4);
    shop.sandbox.setMode('500', 1);
    await widget.subscribe(EMAIL);
    await expect.poll(() => requests).toHaveLength(2);
    const aborted = page.waitForEvent('requestfailed');
    await widget.dialog.getByRole('button', { name: DEFAULT_TEXTS.stop, exact: true }).click();
    expect((await aborted).failure()?.errorText).toBe('net::ERR_ABORTED');
    await expect(widget.submit).toHaveText(DEFAULT_TEXTS.retry);
    await expect(widget.submit).toBeFocused();
    expect(await readStorage(page)).toEqual([]);
    await takeLogged(complaints, ['500']);
  },
);

for (const transport of TRANSPORTS) {
  const { api } = transport;

  for (const mode of ['429', '503', '429-date'] as const) {
    test(
      `${api}, ${mode}: it is not sent again before the server wants to be asked`,
      AT_LENGTH,
      async ({ page, shop, widget, complaints }) => {
        await openPage(page, shop, '/shop/camp-lantern', { ...STRICT, options: { api } });
        await shortenPauses(page, 1);
        shop.sandbox.setMode(mode, 1);
        await widget.subscribe(EMAIL);
        await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
        const [first = 0, second = 0] = listPosts(shop.sandbox).map(({ receivedAt }) =>
          Date.parse(receivedAt),
        );
        // Dates have no parts of a second.
        const asked = mode === '429-date' ? Math.floor(first / 1000 + 2) * 1000 : first + 1000;
        expect(second).toBeGreaterThanOrEqual(asked);
        await expectNothingLost(page, shop, transport);
        await takeLogged(complaints, [mode.slice(0, 3)]);
      },
    );
  }
}

test(
  'a server that wants more than a quarter of a minute is not waited for, and not asked by the next page either',
  AT_LENGTH,
  async ({ page, shop, widget, complaints }) => {
    const count = countPosts(page, ONSITE);
    await routeKlaviyo(page, shop.endpoint, askingFor('16'));
    await openPage(page, shop, '/shop/camp-lantern', STRICT);
    await shortenPauses(page, 0);
    await widget.subscribe(EMAIL);
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.kept);
    expect(count()).toBe(1);
    await takeLogged(complaints, ['429']);

    await goToPage(page, shop.origin, '/shop/enamel-mug', STRICT);
    await expectNothingOffered(page);
    expect(await readKept(page)).toHaveLength(1);
    expect(count()).toBe(1);
  },
);
