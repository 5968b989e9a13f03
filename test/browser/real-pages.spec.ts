import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, takeComplaints, test } from './fixtures.ts';
import { openPage } from './open-page.ts';
import { expectNothingOffered, waitForOptions } from './readiness.ts';
import { subscribeByButton } from './subscription.ts';
import { createWidget } from './widget.ts';

// Pages in the shapes that real shops print, and that the demo did not have.

for (const theme of ['hyva', 'hyva-csp']) {
  test(
    `${theme}: of a grouped product, whose form has an SKU as its rows have, only what is sold out is offered`,
    AT_LENGTH,
    async ({ openPage, widget, shop }) => {
      await openPage(`/${theme}/campsite-set`);
      const offered = ['Camp Lantern', 'Field Kettle'];
      await subscribeByButton(widget, shop, { offered, label: 'Field Kettle', variant: '2048' });
    },
  );
}

for (const { path, parameters } of [
  { path: '/shop/harbour-jacket', parameters: { way: 'script' } },
  { path: '/shop/harbour-jacket', parameters: { way: 'script-late' } },
  { path: '/hyva/harbour-jacket', parameters: {} },
  { path: '/hyva-csp/harbour-jacket', parameters: { way: 'script-late' } },
  { path: '/breeze/harbour-jacket', parameters: { way: 'script-late' } },
]) {
  test(
    `${path}, ${JSON.stringify(parameters)}: no price is in the form, whatever the lists say`,
    atLengthUnless(path === '/hyva/harbour-jacket'),
    async ({ page, openPage, widget }) => {
      await openPage(path, parameters);
      await waitForOptions(page);
      const fabric = page.locator('select[name="super_attribute[151]"]');
      await expect(fabric.locator('option', { hasText: 'Wool' })).toContainText('$2.00');
      await fabric.selectOption({ value: '172' });
      await expect(page.locator('select[name="super_attribute[152]"] option')).not.toHaveCount(1);
      await widget.button.click();
      await expect(widget.chosen).toHaveText(['Wool', 'Slim']);
      await expect(widget.dialog).not.toContainText('$');
    },
  );
}

for (const { path, parameters } of [
  { path: '/shop/camp-lantern', parameters: { availability: 'hidden' } },
  { path: '/shop/camp-lantern', parameters: { configure: 'wishlist' } },
  { path: '/hyva/camp-lantern', parameters: { availability: 'hidden' } },
  { path: '/hyva-csp/camp-lantern', parameters: { availability: 'hidden' } },
]) {
  test(
    `${path}, ${JSON.stringify(parameters)}: a sold-out simple product without a stock label has its button`,
    AT_LENGTH,
    async ({ page, openPage, widget, shop }) => {
      await openPage(path, parameters);
      await expect(widget.button).toBeVisible();
      await expect(page.locator('.stock')).toHaveCount(0);
      await subscribeByButton(widget, shop, { offered: [], variant: '2045' });
    },
  );
}

for (const path of ['/shop/enamel-mug', '/hyva/enamel-mug', '/hyva-csp/enamel-mug']) {
  for (const availability of ['shown', 'hidden']) {
    test(
      `${path}, availability ${availability}: a card of another product, which is sold out, offers nothing`,
      AT_LENGTH,
      async ({ page, openPage, complaints }) => {
        await openPage(path, { card: 'foreign', availability });
        await expect(page.locator('.bought-together .stock.unavailable')).toBeVisible();
        // Without a label of its own the page says both, and the console says so.
        const disagreement = 'seems to be both in stock and sold out (label: sold out';
        await takeComplaints(complaints, availability === 'hidden' ? [disagreement] : []);
        await expectNothingOffered(page);
      },
    );
  }
}

for (const quickview of ['renamed', 'tag']) {
  for (const { name, path, variant } of [
    { name: 'Camp Lantern', path: '/category/all', variant: '2045' },
    { name: 'Storm Shell', path: '/quick-view/trail-runner', variant: '2041' },
    { name: 'Harbour Jacket', path: '/category/all', variant: '2017' },
  ]) {
    test(
      `quick view, ${quickview}, of ${name}: its button subscribes to it`,
      atLengthUnless(quickview === 'renamed' && name === 'Storm Shell'),
      async ({ page, shop }) => {
        await openPage(page, shop, path, { quickview });
        await page.getByRole('button', { name: `Quick view: ${name}`, exact: true }).click();
        const quickView = page.getByRole('dialog', { name: `Quick view: ${name}`, exact: true });
        const button = quickView.locator('.back-in-stock button');
        await expect(button).toHaveCount(1);
        await button.click();
        const modal = createWidget(page.locator('back-in-stock-modal'));
        await expect(modal.dialog).toHaveAccessibleName(name);
        if (variant === '2041') await modal.variant.selectOption('Blue / M');
        if (variant === '2017') await modal.variant.selectOption('Wool / Slim');
        await modal.email.fill('sam@example.com');
        await modal.submit.click();
        await expect(modal.status).toHaveText(DEFAULT_TEXTS.success);
        expect(shop.sandbox.events.map((event) => event.variant)).toEqual([variant]);
      },
    );
  }
}

for (const way of ['script', 'script-late', 'esm']) {
  test(
    `Breeze, ${way}: the sold-out variants are offered, and the one that is chosen`,
    atLengthUnless(way === 'script-late'),
    async ({ page, openPage, widget, shop }) => {
      await openPage('/breeze/trail-runner', { way });
      await waitForOptions(page);
      const offered = ['Red / 42', 'Blue / 40', 'Blue / 41', 'Blue / 42', 'Blue / 43'];
      await subscribeByButton(widget, shop, { offered, label: 'Blue / 41', variant: '2010' });
      await page.keyboard.press('Escape');
      await page.getByRole('option', { name: 'Red', exact: true }).click();
      await page.getByRole('option', { name: '42', exact: true }).click();
      await widget.button.click();
      await expect(widget.chosen).toHaveText(['Red', '42']);
    },
  );
}
