import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { EMAIL, expectNothingLost, takeLogged } from './fault-checks.ts';
import { expect, test } from './fixtures.ts';
import { passWaits, readKept, readStorage } from './kept-entries.ts';
import { leaveKept } from './leave-kept.ts';
import { goToPage, openPage } from './open-page.ts';
import { expectNothingOffered, waitForForm } from './readiness.ts';
import { readEventNames, readEvents, recordEvents } from './shop-window.ts';
import { shortenPauses } from './shorten-pauses.ts';
import { CLIENT, listPosts, ONSITE, TRANSPORTS } from './transports.ts';

// What cannot be sent now is sent later, and the form says so.

const STRICT = { csp: 'strict' };

/** A broken connection, in the browser's words. */
const OFFLINE = ['net::ERR_INTERNET_DISCONNECTED'];

test('offline: the form says that it will be done, and then that it is', async ({
  page,
  context,
  shop,
  widget,
  complaints,
}) => {
  await recordEvents(page);
  await openPage(page, shop, '/shop/trail-runner', STRICT);
  await waitForForm(page);
  await context.setOffline(true);
  await widget.subscribe(EMAIL, 'Red / 42');
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.keptOffline);
  await expect(widget.status).not.toHaveClass(/error|success/);
  await expect(widget.submit).toHaveText(DEFAULT_TEXTS.done);
  await expect(widget.submit).toBeFocused();
  await expect(widget.email).toHaveCount(0);
  await expect(widget.chosen).toHaveText(['Red', '42']);
  expect((await readEvents(page)).at(-1)).toMatchObject({
    name: 'failed',
    detail: { reason: 'offline', isKept: true, variants: [{ id: '2003' }] },
  });
  await takeLogged(complaints, OFFLINE);

  await context.setOffline(false);
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  await expect(widget.status).toHaveClass('success');
  await expect(widget.submit).toBeFocused();
  expect((await readEvents(page)).at(-1)).toMatchObject({
    name: 'subscribed',
    detail: { product: { id: '2013', name: 'Trail Runner 2' }, variants: [{ id: '2003' }] },
  });
  expect(await readStorage(page)).toEqual([]);
  await widget.submit.click();
  await expect(widget.dialog).toHaveCount(0);
  await expect(widget.button).toBeFocused();
  expect(shop.sandbox.events).toEqual([{ email: EMAIL, variant: '2003', store: '1' }]);
});

for (const [path, parameters] of [
  ['/shop/enamel-mug', STRICT],
  ['/shop/crew-tee', {}],
  ['/shop/trail-runner', {}],
  ['/hyva/enamel-mug', {}],
  ['/hyva-csp/camp-lantern', STRICT],
  ['/category/all', {}],
  ['/pwa/enamel-mug', {}],
] as const) {
  test(
    `the next page, ${path}: it sends what is kept, and announces it`,
    atLengthUnless(path === '/hyva/enamel-mug'),
    async ({ page, shop, complaints }) => {
      await leaveKept(page, shop, EMAIL);
      await takeLogged(complaints, OFFLINE);
      await recordEvents(page);
      await goToPage(page, shop.origin, path, parameters);
      await expectNothingLost(page, shop, ONSITE);
      await expect.poll(() => readEventNames(page)).toContain('subscribed');
      const events = await readEvents(page);
      expect(events.filter(({ name }) => name !== 'shown')).toEqual([
        {
          name: 'subscribed',
          detail: {
            product: expect.objectContaining({ id: '2045', name: 'Camp Lantern' }),
            variants: [expect.objectContaining({ id: '2045' })],
          },
        },
      ]);
      expect(listPosts(shop.sandbox)).toHaveLength(1);
      await expect(page.getByRole('dialog')).toHaveCount(0);

      // And no page after that.
      await page.reload();
      expect(await readStorage(page)).toEqual([]);
      expect(listPosts(shop.sandbox)).toHaveLength(1);
    },
  );
}

test('while the page stays open it is tried again by itself, and the modal changes to success', async ({
  page,
  shop,
  widget,
  complaints,
}) => {
  await page.clock.install();
  await openPage(page, shop, '/shop/camp-lantern', { ...STRICT, options: { retries: 1 } });
  await shortenPauses(page, 10);
  shop.sandbox.setMode('500', 3);
  await widget.subscribe(EMAIL);
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.kept);
  expect(listPosts(shop.sandbox)).toHaveLength(2);
  await page.clock.fastForward(30_000);
  await expect.poll(() => listPosts(shop.sandbox)).toHaveLength(3);
  await expect.poll(async () => (await readKept(page)).map(({ tries }) => tries)).toEqual([2]);
  await expect(async () => {
    await page.clock.fastForward(120_000);
    await expect.poll(() => listPosts(shop.sandbox), { timeout: 1000 }).toHaveLength(4);
  }).toPass();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  await expect(widget.submit).toHaveText(DEFAULT_TEXTS.done);
  await expectNothingLost(page, shop, ONSITE);
  expect(listPosts(shop.sandbox)).toHaveLength(4);
  await takeLogged(complaints, ['500']);
});

test(
  'what is kept says nothing any more once the shopper has gone on',
  AT_LENGTH,
  async ({ page, context, shop, widget, complaints }) => {
    await recordEvents(page);
    await openPage(page, shop, '/shop/camp-lantern', STRICT);
    await waitForForm(page);
    await context.setOffline(true);
    await widget.subscribe(EMAIL);
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.keptOffline);
    await takeLogged(complaints, OFFLINE);
    await widget.submit.click();
    await expect(widget.dialog).toHaveCount(0);
    await widget.button.click();
    await widget.email.fill('other@example.com');

    await context.setOffline(false);
    await expect.poll(() => readEventNames(page)).toContain('subscribed');
    await expect(widget.status).toHaveText('');
    await expect(widget.email).toHaveValue('other@example.com');
    await expect(widget.submit).toHaveText(DEFAULT_TEXTS.submit);
    await expect(widget.email).toBeFocused();
    await expectNothingLost(page, shop, ONSITE);
  },
);

test(
  'subscribing again to what is kept sends it once, and nothing is left',
  AT_LENGTH,
  async ({ page, context, shop, widget, complaints }) => {
    await openPage(page, shop, '/shop/camp-lantern', { ...STRICT, options: { retries: 0 } });
    await shortenPauses(page, 0);
    shop.sandbox.setMode('500');
    for (let time = 0; time < 2; time += 1) {
      await widget.subscribe(EMAIL);
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.kept);
      await widget.submit.click();
    }
    expect(await readKept(page)).toHaveLength(1);
    await takeLogged(complaints, ['500']);
    shop.sandbox.setMode('normal');
    await widget.subscribe(EMAIL);
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    await expectNothingLost(page, shop, ONSITE);
    expect(listPosts(shop.sandbox)).toHaveLength(3);

    const next = await context.newPage();
    await goToPage(next, shop.origin, '/shop/enamel-mug', STRICT);
    await expect(next.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await readStorage(next)).toEqual([]);
    expect(listPosts(shop.sandbox)).toHaveLength(3);
  },
);

test(
  'an address that Klaviyo refuses later is not kept, and the shopper can mend it',
  AT_LENGTH,
  async ({ page, context, shop, widget, complaints }) => {
    for (const { api } of [ONSITE, CLIENT]) {
      await openPage(page, shop, '/shop/camp-lantern', { ...STRICT, options: { api } });
      await waitForForm(page);
      await context.setOffline(true);
      await widget.subscribe('refused@example.com');
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.keptOffline);
      await takeLogged(complaints, OFFLINE);
      await context.setOffline(false);
      // The current API says which field it is, and the form shows it there.
      const sentence = api === 'client' ? DEFAULT_TEXTS.emailMalformed : DEFAULT_TEXTS.refused;
      await expect(widget.dialog.getByText(sentence)).toBeVisible();
      await expect(widget.email).toHaveValue('refused@example.com');
      expect(await readStorage(page)).toEqual([]);
      await takeLogged(
        complaints,
        api === 'client' ? ['400'] : ['Klaviyo refused a subscription.'],
      );

      await widget.email.fill(EMAIL);
      await widget.submit.click();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      expect(shop.sandbox.events.map(({ email }) => email)).toEqual([EMAIL]);
    }
  },
);

for (const way of ['Escape', 'the cross', 'the backdrop']) {
  test(
    `closing by ${way} while it is sent: it ends, is kept, and is sent from the next page`,
    atLengthUnless(way === 'Escape'),
    async ({ page, shop, widget }) => {
      await recordEvents(page);
      await openPage(page, shop, '/shop/camp-lantern', STRICT);
      await shortenPauses(page, 0);
      shop.sandbox.setMode('hang');
      await widget.subscribe(EMAIL);
      await expect.poll(() => listPosts(shop.sandbox)).toHaveLength(1);
      const aborted = page.waitForEvent('requestfailed');
      if (way === 'Escape') await page.keyboard.press('Escape');
      if (way === 'the cross') await widget.close.click();
      // Right after the opening it could be the second click of a double click.
      await expect(async () => {
        if (way === 'the backdrop') await page.mouse.click(5, 5);
        await expect(widget.dialog).toHaveCount(0, { timeout: 100 });
      }).toPass();
      expect((await aborted).failure()?.errorText).toBe('net::ERR_ABORTED');
      await expect(widget.button).toBeFocused();
      expect(await readKept(page)).toHaveLength(1);
      // The form has shown no failure, so no event announces one.
      expect(await readEventNames(page)).toEqual(['shown', 'opened', 'closed']);

      // Opened again, the form is ready for another go.
      await widget.button.click();
      await expect(widget.status).toHaveText('');
      await expect(widget.email).toHaveValue(EMAIL);
      await expect(widget.submit).toHaveText(DEFAULT_TEXTS.submit);

      shop.sandbox.setMode('normal');
      await passWaits(page);
      await goToPage(page, shop.origin, '/shop/enamel-mug', STRICT);
      await expectNothingLost(page, shop, ONSITE);
      expect(listPosts(shop.sandbox)).toHaveLength(2);
      await expect.poll(() => readEventNames(page)).toEqual(['subscribed']);
    },
  );
}

for (const way of ['closing the form', 'leaving the page']) {
  test(
    `${way} while it waits to send again: kept, and sent from a later page`,
    AT_LENGTH,
    async ({ page, shop, widget, complaints }) => {
      await openPage(page, shop, '/shop/camp-lantern', STRICT);
      await shortenPauses(page, 0);
      // It asks for a second.
      shop.sandbox.setMode('503', 1);
      await widget.subscribe(EMAIL);
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.retrying);
      await takeLogged(complaints, ['503']);
      if (way === 'closing the form') {
        await page.keyboard.press('Escape');
        await expect(widget.dialog).toHaveCount(0);
      }
      await goToPage(page, shop.origin, '/shop/enamel-mug', STRICT);
      await expectNothingOffered(page);
      const [first, ...others] = listPosts(shop.sandbox).map(({ receivedAt }) =>
        Date.parse(receivedAt),
      );
      expect(others).toEqual([]);
      const [kept] = await readKept(page);
      expect(Number(kept?.notBefore) - Number(first)).toBeGreaterThanOrEqual(1000);
      await passWaits(page);
      await goToPage(page, shop.origin, '/shop/enamel-mug', STRICT);
      await expectNothingLost(page, shop, ONSITE);
      expect(listPosts(shop.sandbox)).toHaveLength(2);
    },
  );
}

test('"Stop" keeps nothing: the address is still in its field, and nothing is sent any more', async ({
  page,
  context,
  shop,
  widget,
  complaints,
}) => {
  await openPage(page, shop, '/shop/camp-lantern', STRICT);
  shop.sandbox.setMode('503');
  await widget.subscribe(EMAIL);
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.retrying);
  expect(await readKept(page)).toHaveLength(1);
  await widget.dialog.getByRole('button', { name: DEFAULT_TEXTS.stop, exact: true }).click();
  await expect(widget.status).toHaveText('');
  await expect(widget.email).toHaveValue(EMAIL);
  await expect(widget.submit).toBeFocused();
  expect(await readStorage(page)).toEqual([]);
  await takeLogged(complaints, ['503']);

  shop.sandbox.setMode('normal');
  const sent = listPosts(shop.sandbox).length;
  const next = await context.newPage();
  await goToPage(next, shop.origin, '/hyva/enamel-mug');
  await expect(next.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await readStorage(next)).toEqual([]);
  expect(listPosts(shop.sandbox)).toHaveLength(sent);
  expect(shop.sandbox.events).toHaveLength(0);

  await page.bringToFront();
  await widget.submit.click();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  await expectNothingLost(page, shop, ONSITE);
});

for (const transport of TRANSPORTS) {
  const { api } = transport;

  test(
    `${api}: the address of the shopper is in no address of a request, in no line of the console and in no event`,
    atLengthUnless(api === 'onsite'),
    async ({ page, context, shop, complaints }) => {
      const seen: string[] = [];
      context.on('request', (request) => seen.push(request.url(), request.headers().referer ?? ''));
      context.on('console', (message) => seen.push(message.text()));
      await recordEvents(page);
      const options = { api, retries: 1 };
      await leaveKept(page, shop, EMAIL, options);
      const parameters = { ...STRICT, options: JSON.stringify(options) };
      for (const [place, mode] of (['500', '410', 'html'] as const).entries()) {
        shop.sandbox.setMode(mode, 1);
        await goToPage(page, shop.origin, '/shop/camp-lantern', parameters);
        const answered = () => listPosts(shop.sandbox).filter(({ status }) => status !== null);
        await expect.poll(answered).toHaveLength(place + 1);
        seen.push(JSON.stringify(await readEvents(page)));
        await passWaits(page);
      }
      await goToPage(page, shop.origin, '/shop/camp-lantern', parameters);
      await expectNothingLost(page, shop, transport);
      await expect.poll(() => readEventNames(page)).toContain('subscribed');
      seen.push(JSON.stringify(await readEvents(page)));
      complaints.length = 0;

      expect(seen.join()).toContain('/shop/camp-lantern');
      expect(seen.join()).toContain('subscribed');
      expect(seen.filter((text) => /secret|mail\.example/.test(decodeURIComponent(text)))).toEqual(
        [],
      );
    },
  );
}
