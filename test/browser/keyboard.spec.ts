import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, type Page, test } from './fixtures.ts';
import { waitForOptions } from './readiness.ts';
import type { ShopWindow } from './shop-window.ts';

/** What has the focus: a part of the modal, something of the page, or nothing (the browser itself). */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: outer, body } = document;
    const inner = outer?.shadowRoot?.activeElement;
    if (inner) return inner.getAttribute('name') ?? inner.className;
    return outer === body ? 'nothing' : `page: ${outer?.outerHTML}`;
  });
}

/** Where the focus goes with this key, as often as it takes to come round at least twice. */
async function walk(page: Page, key: string): Promise<string[]> {
  const places: string[] = [];
  for (let step = 0; step < 10; step += 1) {
    await page.keyboard.press(key);
    places.push(await focused(page));
  }
  return places;
}

async function pressTabUntilFocused(page: Page, button: ReturnType<Page['locator']>) {
  await expect(button).toBeVisible();
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab');
    if (await button.evaluate((element) => element === document.activeElement)) return;
  }
}

for (const path of ['/shop/trail-runner', '/hyva/trail-runner', '/hyva-csp/trail-runner']) {
  test(
    `${path}: Tab to the hint, Enter opens, the whole way without a mouse, with mistakes`,
    atLengthUnless(path === '/shop/trail-runner'),
    async ({ page, openPage, widget, shop }) => {
      await openPage(path);
      await waitForOptions(page);
      await pressTabUntilFocused(page, widget.button);
      await expect(widget.button).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(widget.variant).toBeFocused();
      await page.keyboard.press('Tab');
      await page.keyboard.type('sam@');
      await page.keyboard.press('Enter');
      await expect(widget.variant).toBeFocused();
      await expect(widget.variant).toHaveAttribute('aria-invalid', 'true');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      await expect(widget.email).toBeFocused();
      await expect(widget.email).toHaveAttribute('aria-invalid', 'true');
      await page.keyboard.type('sam@example.com');
      await page.keyboard.press('Tab');
      await expect(widget.submit).toBeFocused();
      await page.keyboard.press('Space');
      await expect(widget.submit).toHaveText('Done');
      await expect(widget.submit).toBeFocused();
      expect(shop.sandbox.events.map(({ variant }) => variant)).toEqual(['2003']);

      await page.keyboard.press('Enter');
      await expect(widget.dialog).toHaveCount(0);
      await expect(widget.button).toBeFocused();
    },
  );
}

test('Space opens, and closes after success', AT_LENGTH, async ({ page, openProduct, widget }) => {
  await openProduct('camp-lantern');
  await widget.button.press('Space');
  await expect(widget.email).toBeFocused();
  await page.keyboard.type('sam@example.com');
  await page.keyboard.press('Enter');
  await expect(widget.submit).toHaveText('Done');
  await page.keyboard.press('Space');
  await expect(widget.dialog).toHaveCount(0);
  await expect(widget.button).toBeFocused();
});

test('Tab and Shift+Tab go round inside of the modal', async ({ page, openProduct, widget }) => {
  await openProduct('trail-runner');
  await widget.button.click();
  await expect(widget.variant).toBeFocused();
  for (const key of ['Tab', 'Shift+Tab']) {
    const places = await walk(page, key);
    // Between the last and the first one the focus may visit the browser's own controls.
    expect(new Set(places.filter((place) => place !== 'nothing'))).toEqual(
      new Set(['variant', 'email', 'submit', 'close']),
    );
  }
});

test(
  'the focus goes from part to part as they are drawn',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await openProduct('trail-runner');
    await widget.button.click();
    await expect(widget.variant).toBeFocused();
    const places = await walk(page, 'Tab');
    expect(places.slice(0, 2)).toEqual(['email', 'submit']);
  },
);

test('Escape closes and the focus is back on the button', async ({ page, openProduct, widget }) => {
  await openProduct('camp-lantern');
  await widget.button.click();
  await expect(widget.email).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(widget.dialog).toHaveCount(0);
  await expect(widget.button).toBeFocused();
});

test(
  'the cross closes and the focus is back on the button',
  AT_LENGTH,
  async ({ openProduct, widget }) => {
    await openProduct('camp-lantern');
    await widget.button.click();
    await widget.close.press('Enter');
    await expect(widget.dialog).toHaveCount(0);
    await expect(widget.button).toBeFocused();
  },
);

test(
  'the focus is on the new button when the theme replaced the old one meanwhile',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await openProduct('camp-lantern');
    await widget.button.click();
    await expect(widget.email).toBeFocused();
    const old = await page.locator('.back-in-stock button').elementHandle();
    await page.evaluate(() => {
      (window as unknown as ShopWindow).replaceProductArea();
    });
    await expect(page.locator('.back-in-stock button')).toHaveCount(1);
    expect(await old?.evaluate((button) => button.isConnected)).toBe(false);
    await expect(widget.email).toBeFocused();

    await page.keyboard.press('Escape');
    await expect(widget.dialog).toHaveCount(0);
    await expect(widget.button).toBeFocused();
  },
);
