import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, takeComplaints, test } from './fixtures.ts';
import { waitForOptions } from './readiness.ts';
import { readEventNames, recordEvents, type ShopWindow } from './shop-window.ts';

test('the modal is on top of the highest z-index there is', async ({
  page,
  openProduct,
  widget,
}) => {
  // Low enough for the overlay at the lower edge and the modal to meet.
  await page.setViewportSize({ width: 500, height: 420 });
  await openProduct('trail-runner', { hostile: '1' });
  await widget.button.click();
  const overlay = await page.locator('.hostile-overlay').boundingBox();
  const dialog = await widget.dialog.boundingBox();
  if (!overlay || !dialog) throw new Error('They are not drawn.');
  expect(dialog.y + dialog.height).toBeGreaterThan(overlay.y);
  const onTop = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.localName, {
    x: 250,
    y: overlay.y + 5,
  });
  expect(onTop).toBe('back-in-stock-modal');
});

test('the styles of the page do not leak into the modal', async ({ openProduct, widget }) => {
  await openProduct('trail-runner', { hostile: '1' });
  await widget.button.click();
  await expect(widget.dialog).toHaveCSS('position', 'fixed');
  for (const part of [widget.submit, widget.close, widget.email, widget.dialog]) {
    await expect(part).toHaveCSS('letter-spacing', 'normal');
    await expect(part).toHaveCSS('text-transform', 'none');
    await expect(part).not.toHaveCSS('font-size', '99px');
  }
  await expect(widget.close).not.toHaveCSS('background-color', 'rgb(255, 0, 0)');
});

test(
  'a colour that the theme gives to every button gives way to the settings',
  AT_LENGTH,
  async ({ openProduct, widget }) => {
    const modal = { accent: 'rgb(0, 80, 0)', contrast: 'rgb(255, 255, 255)' };
    await openProduct('camp-lantern', { hostile: '1', options: JSON.stringify({ modal }) });
    await widget.button.click();
    await expect(widget.submit).toHaveCSS('background-color', modal.accent);
    await expect(widget.submit).toHaveCSS('color', modal.contrast);
  },
);

for (const name of ['trail-runner', 'harbour-jacket', 'everyday-hoodie']) {
  test(
    `${name}: a choice is followed although the page swallows its events`,
    atLengthUnless(name === 'trail-runner'),
    async ({ page, openProduct, widget, shop }) => {
      await openProduct(name, { hostile: '1' });
      await waitForOptions(page);
      if (name === 'harbour-jacket') await page.getByLabel('Fabric').selectOption('171');
      else await page.getByRole('option', { name: 'Red' }).click();
      await widget.subscribe('sam@example.com');
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      const variants = { 'trail-runner': '2003', 'harbour-jacket': '2015' };
      expect(shop.sandbox.events[0]?.variant).toBe(Reflect.get(variants, name) ?? '2024');
    },
  );
}

test(
  'a dropdown is followed where its swallowed event is all that happens',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    // Without Luma's widgets nothing else on the page moves with the choice.
    await openProduct('harbour-jacket', { hostile: '1', csp: 'strict' });
    await expect(widget.button).toBeVisible();
    await page.getByLabel('Fabric').selectOption('171');
    await page.getByLabel('Fit').selectOption('174');
    await expect(widget.button).toHaveCount(0);
    await page.getByLabel('Fit').selectOption('175');
    await widget.button.click();
    await expect(widget.chosen).toHaveText(['Cotton', 'Regular']);
  },
);

test(
  'callbacks that throw are contained',
  AT_LENGTH,
  async ({ page, openProduct, widget, shop, complaints }) => {
    await recordEvents(page);
    await openProduct('camp-lantern', { way: 'none' });
    await page.evaluate(
      async ([address, endpoint]) => {
        const { init } = await import(address);
        const fail = (name: string) => () => {
          throw new Error(`${name} of the merchant`);
        };
        const on = Object.fromEntries(
          ['shown', 'opened', 'subscribed', 'closed'].map((name) => [name, fail(name)]),
        );
        init({ apiKey: 'DEMO01', endpoint, on });
      },
      [`${shop.origin}/dist/back-in-stock.mjs`, shop.endpoint] as const,
    );
    await widget.subscribe('sam@example.com');
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    await widget.submit.click();
    await expect(widget.dialog).toHaveCount(0);
    await expect(widget.button).toBeFocused();
    await expect
      .poll(() => readEventNames(page))
      .toEqual(['shown', 'opened', 'subscribed', 'closed']);
    await takeComplaints(complaints, [
      '[back-in-stock] Error: shown of the merchant',
      '[back-in-stock] Error: opened of the merchant',
      '[back-in-stock] Error: subscribed of the merchant',
      '[back-in-stock] Error: closed of the merchant',
    ]);
  },
);

test(
  'a callback that fails again and again is logged once',
  AT_LENGTH,
  async ({ page, openProduct, widget, shop, complaints }) => {
    await openProduct('camp-lantern', { way: 'none' });
    await page.evaluate(
      async ([address, endpoint]) => {
        const { init } = await import(address);
        const fail = async () => {
          throw new Error('of the merchant');
        };
        init({ apiKey: 'DEMO01', endpoint, on: { opened: fail } });
      },
      [`${shop.origin}/dist/back-in-stock.mjs`, shop.endpoint] as const,
    );
    for (let time = 0; time < 3; time += 1) {
      await widget.button.click();
      await widget.close.click();
      await expect(widget.dialog).toHaveCount(0);
    }
    await takeComplaints(complaints, ['[back-in-stock] Error: of the merchant']);
  },
);

test(
  'a page whose jQuery is something else is left alone',
  AT_LENGTH,
  async ({ page, openProduct, widget, shop }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'jQuery', {
        value: () => ({ data: () => ({ options: {} }) }),
        writable: true,
        configurable: true,
      });
    });
    await openProduct('trail-runner', { csp: 'strict' });
    await widget.subscribe('sam@example.com', 'Red / 42');
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    expect(shop.sandbox.events).toHaveLength(1);
    expect(await page.evaluate(() => typeof (window as unknown as ShopWindow).BackInStock)).toBe(
      'object',
    );
  },
);
