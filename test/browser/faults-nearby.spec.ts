import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext } from '@playwright/test';
import type { RunningShop } from '../../demo/server.ts';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { countPosts, EMAIL, expectNothingLost, takeLogged } from './fault-checks.ts';
import { LATER_PAGES } from './fault-table.ts';
import { expect, type Page, test } from './fixtures.ts';
import { passWaits, readKept } from './kept-entries.ts';
import { goToPage, openPage } from './open-page.ts';
import { waitForForm } from './readiness.ts';
import { shortenPauses } from './shorten-pauses.ts';
import { CLIENT, listPosts, ONSITE, TRANSPORTS } from './transports.ts';
import { readViolations, recordViolations } from './violations.ts';
import { createWidget } from './widget.ts';

// What goes wrong before Klaviyo is reached, or with the page itself: no shopper is lost either.

const RETRIES = 2;

/** A page of the shop without the widget, from which on everything that is kept may be sent. */
async function openUntilDue(context: BrowserContext, shop: RunningShop): Promise<Page> {
  const page = await context.newPage();
  await goToPage(page, shop.origin, '/privacy');
  await passWaits(page);
  return page;
}

/** A port at which nothing listens any more. */
async function findClosedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

for (const transport of TRANSPORTS) {
  const { api, path } = transport;
  const options = { api, retries: RETRIES };
  const parameters = { csp: 'strict', options };
  const later = { options: JSON.stringify(options) };

  test(
    `${api}, offline: tried once, kept, and sent as soon as the device is online`,
    atLengthUnless(api === 'onsite'),
    async ({ page, context, shop, widget, complaints }) => {
      await openPage(page, shop, '/shop/camp-lantern', parameters);
      await shortenPauses(page, 0);
      const count = countPosts(page, transport);
      await waitForForm(page);
      await context.setOffline(true);
      await widget.subscribe(EMAIL);
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.keptOffline);
      await expect(widget.submit).toHaveText(DEFAULT_TEXTS.done);
      expect(count()).toBe(1);
      expect(listPosts(shop.sandbox)).toHaveLength(0);
      await takeLogged(complaints, ['net::ERR_INTERNET_DISCONNECTED']);

      await context.setOffline(false);
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      await expect(widget.submit).toHaveText(DEFAULT_TEXTS.done);
      await expectNothingLost(page, shop, transport);
      expect(listPosts(shop.sandbox)).toHaveLength(1);
    },
  );

  test(
    `${api}, refused: sent ${1 + RETRIES} times, kept, and sent from the next page`,
    AT_LENGTH,
    async ({ page, shop, widget, complaints }) => {
      const endpoint = `http://127.0.0.1:${await findClosedPort()}${path}`;
      // The shop itself is there, or there would be no page.
      if (api === 'relay')
        await page.route(`**${path}`, (route) => route.abort('connectionrefused'));
      const lost = api === 'relay' ? options : { ...options, endpoint };
      await openPage(page, shop, '/hyva/camp-lantern', { options: lost });
      await expect(widget.button).toBeVisible();
      await shortenPauses(page, RETRIES);
      const count = countPosts(page, transport);
      await widget.subscribe(EMAIL);
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.kept);
      await expect(widget.submit).toHaveText(DEFAULT_TEXTS.done);
      expect(count()).toBe(1 + RETRIES);
      await takeLogged(complaints, ['net::ERR_CONNECTION_REFUSED']);

      await page.unrouteAll();
      await passWaits(page);
      await goToPage(page, shop.origin, LATER_PAGES[api], later);
      await expectNothingLost(page, shop, transport);
      expect(listPosts(shop.sandbox)).toHaveLength(1);
    },
  );

  test(
    `${api}, the page is closed while nobody answers: sent from the next page`,
    atLengthUnless(api === 'relay'),
    async ({ page, context, shop, widget }) => {
      await openPage(page, shop, '/shop/camp-lantern', parameters);
      shop.sandbox.setMode('hang');
      await widget.subscribe(EMAIL);
      await expect.poll(() => listPosts(shop.sandbox)).toHaveLength(1);
      await page.close();

      shop.sandbox.setMode('normal');
      const next = await openUntilDue(context, shop);
      await goToPage(next, shop.origin, LATER_PAGES[api], later);
      await expectNothingLost(next, shop, transport);
      expect(listPosts(shop.sandbox)).toHaveLength(2);
    },
  );

  test(
    `${api}, the page is closed before the answer: sent again from the next page, which changes nothing`,
    AT_LENGTH,
    async ({ page, context, shop, widget }) => {
      await openPage(page, shop, '/shop/camp-lantern', parameters);
      shop.sandbox.setMode('slow');
      await widget.subscribe(EMAIL);
      await expect.poll(() => shop.sandbox.events).toHaveLength(1);
      await page.close();

      shop.sandbox.setMode('normal');
      const next = await openUntilDue(context, shop);
      await goToPage(next, shop.origin, LATER_PAGES[api], later);
      await expectNothingLost(next, shop, transport);
      expect(listPosts(shop.sandbox).map(({ body }) => body)).toHaveLength(2);
    },
  );

  test(
    `${api}, the tab sleeps while it waits to send again: it goes on when it wakes, and no other tab does it for it`,
    AT_LENGTH,
    async ({ page, context, shop, widget, complaints }) => {
      await openPage(page, shop, '/shop/camp-lantern', parameters);
      await shortenPauses(page, RETRIES);
      shop.sandbox.setMode('503', 1);
      await widget.subscribe(EMAIL);
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.retrying);
      // The browser of the tests lets no tab sleep by itself.
      const client = await context.newCDPSession(page);
      await client.send('Debugger.enable');
      const asleep = new Promise((resolve) => client.once('Debugger.paused', resolve));
      await client.send('Debugger.pause');
      await asleep;

      const other = await context.newPage();
      await goToPage(other, shop.origin, '/shop/camp-lantern', { csp: 'strict', ...later });
      await expect(createWidget(other).button).toBeVisible();
      expect(await readKept(other)).toHaveLength(1);
      expect(listPosts(shop.sandbox)).toHaveLength(1);
      await client.send('Debugger.disable');

      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      await expectNothingLost(page, shop, transport);
      expect(listPosts(shop.sandbox)).toHaveLength(2);
      await takeLogged(complaints, ['503']);
    },
  );

  test(
    `${api}, sent twice by a double click: one request`,
    AT_LENGTH,
    async ({ page, shop, widget }) => {
      await openPage(page, shop, '/shop/camp-lantern', parameters);
      const count = countPosts(page, transport);
      await widget.button.click();
      await widget.email.fill(EMAIL);
      await widget.submit.dblclick();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      await expectNothingLost(page, shop, transport);
      expect(count()).toBe(1);
      expect(listPosts(shop.sandbox)).toHaveLength(1);
    },
  );

  test(
    `${api}, two tabs that go online together: one of them sends it`,
    atLengthUnless(api === 'client'),
    async ({ page, context, shop, widget, complaints }) => {
      await openPage(page, shop, '/shop/camp-lantern', parameters);
      const other = await context.newPage();
      await goToPage(other, shop.origin, '/shop/camp-lantern', { csp: 'strict', ...later });
      await expect(createWidget(other).button).toBeVisible();
      await waitForForm(page);
      await context.setOffline(true);
      await widget.subscribe(EMAIL);
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.keptOffline);
      await takeLogged(complaints, ['net::ERR_INTERNET_DISCONNECTED']);

      await context.setOffline(false);
      await expectNothingLost(page, shop, transport);
      expect(listPosts(shop.sandbox)).toHaveLength(1);
    },
  );

  test(
    `${api}, two pages that are opened together: one of them sends it`,
    atLengthUnless(api === 'onsite'),
    async ({ page, context, shop, widget, complaints }) => {
      await openPage(page, shop, '/shop/camp-lantern', parameters);
      await waitForForm(page);
      await context.setOffline(true);
      await widget.subscribe(EMAIL);
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.keptOffline);
      await takeLogged(complaints, ['net::ERR_INTERNET_DISCONNECTED']);
      const [one, two] = [await context.newPage(), await context.newPage()];
      await page.close();

      await context.setOffline(false);
      const paths = ['/shop/enamel-mug', LATER_PAGES[api]] as const;
      await Promise.all([
        goToPage(one, shop.origin, paths[0], later),
        goToPage(two, shop.origin, paths[1], later),
      ]);
      await expectNothingLost(one, shop, transport);
      expect(listPosts(shop.sandbox)).toHaveLength(1);
    },
  );
}

for (const transport of [ONSITE, CLIENT]) {
  const { api, path } = transport;

  test(
    `${api}, an address that the page’s policy does not allow: sent ${1 + RETRIES} times, kept, and sent from the next page`,
    AT_LENGTH,
    async ({ page, shop, widget, complaints }) => {
      await recordViolations(page);
      const { port } = new URL(shop.sandbox.origin);
      const endpoint = `http://localhost:${port}${path}`;
      const options = { api, retries: RETRIES };
      await openPage(page, shop, '/shop/camp-lantern', {
        csp: 'strict',
        options: { ...options, endpoint },
      });
      await shortenPauses(page, RETRIES);
      await widget.subscribe(EMAIL);
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.kept);
      await expect(widget.submit).toHaveText(DEFAULT_TEXTS.done);
      const violations = await readViolations(page);
      expect(violations.map((violation) => violation.split('?')[0])).toEqual(
        Array(1 + RETRIES).fill(`connect-src ${endpoint}`),
      );
      await takeLogged(complaints, ['Content Security Policy']);
      expect(listPosts(shop.sandbox)).toHaveLength(0);

      await passWaits(page);
      await goToPage(page, shop.origin, LATER_PAGES[api], { options: JSON.stringify(options) });
      await expectNothingLost(page, shop, transport);
      expect(listPosts(shop.sandbox)).toHaveLength(1);
    },
  );
}
