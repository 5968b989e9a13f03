import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { countListeners } from './count-listeners.ts';
import { expect, type Page, test } from './fixtures.ts';
import { openPage, type PageParameters } from './open-page.ts';
import type { ShopWindow } from './shop-window.ts';
import {
  HYVA,
  HYVA_CSP,
  LUMA,
  OLD_LUMA,
  SWATCH_THEMES,
  type SwatchTheme,
} from './swatch-themes.ts';

const ALL_BLUE = ['Blue / 40', 'Blue / 41', 'Blue / 42', 'Blue / 43'];

const BESIDES_LUMA = [OLD_LUMA, HYVA, HYVA_CSP];

/** A sold-out swatch as a screen reader calls it. */
const soldOut = (page: Page, { role }: SwatchTheme, label = 'Blue'): Locator =>
  page.getByRole(role, { name: `${label}, sold out, notify me`, exact: true });

/** Everything that holds swatches, as it is on the page. */
const readSwatches = (page: Page) =>
  page.locator('.swatch-attribute').evaluateAll((all) => all.map(({ outerHTML }) => outerHTML));

/** Keeps each press of a swatch that reaches any handler of the page, and each choice of Hyvä's. */
async function recordHeard(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['click', 'keydown', 'change']) {
      const listener = ({ target, key }: KeyboardEvent & Event) => {
        if (key === 'Tab' || !(target as Element).closest('.swatch-option')) return;
        heard.push(`${type} ${key ?? ''}`);
      };
      document.addEventListener(type, listener as EventListener, true);
    }
    addEventListener('configurable-selection-changed', ({ type }) => heard.push(type));
  });
}

const readHeard = (page: Page) =>
  page.evaluate(() => (window as unknown as { heard: string[] }).heard);

test.describe('on every theme', () => {
  for (const theme of SWATCH_THEMES) {
    const open = (page: Page, shop: Parameters<typeof openPage>[1], more: PageParameters = {}) =>
      openPage(page, shop, theme.path, { ...theme.parameters, ...more });

    test(
      `${theme.name}: Tab, pointer, Enter and Space: it offers what contains it, and selects nothing`,
      atLengthUnless(theme === LUMA || theme === HYVA_CSP),
      async ({ page, shop, widget }) => {
        await recordHeard(page);
        await open(page, shop);
        await theme.whenDrawn(page);
        const blue = soldOut(page, theme);
        await expect(blue).toBeVisible();
        const before = theme.role === 'option' ? 'option' : 'radio';
        await page.getByRole(before, { name: 'Green', exact: true }).focus();
        await page.keyboard.press('Tab');
        await expect(blue).toBeFocused();
        const presses = [() => blue.click(), () => blue.press('Enter'), () => blue.press('Space')];
        for (const press of presses) {
          await press();
          expect(await widget.offers()).toEqual(ALL_BLUE);
          await expect(widget.variant).toHaveValue('');
          await page.keyboard.press('Escape');
          await expect(widget.dialog).toHaveCount(0);
          await expect(blue).toBeFocused();
        }
        expect(await theme.readChoice(page)).toEqual([]);
        expect(await readHeard(page)).toEqual([]);
      },
    );

    test(
      `${theme.name}: what fits the other choices is chosen already, and is what is sent`,
      atLengthUnless(theme === OLD_LUMA),
      async ({ page, shop, widget }) => {
        await open(page, shop);
        await theme.whenDrawn(page);
        await theme.choose(page, '41');
        const before = await theme.readChoice(page);
        expect(before).not.toEqual([]);
        await soldOut(page, theme).click();
        expect(await widget.offers()).toEqual(ALL_BLUE);
        await expect(widget.variant.getByRole('option', { selected: true })).toHaveText(
          'Blue / 41',
        );
        await widget.email.fill('sam@example.com');
        await widget.submit.click();
        await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
        expect(shop.sandbox.events.map(({ variant }) => variant)).toEqual(['2010']);
        await widget.close.click();
        expect(await theme.readChoice(page)).toEqual(before);

        // A complete choice of what is in stock takes the button away, and leaves the swatch.
        await theme.choose(page, 'Red');
        await expect(widget.button).toHaveCount(0);
        await soldOut(page, theme).press('Enter');
        await expect(widget.variant.getByRole('option', { selected: true })).toHaveText(
          'Blue / 41',
        );
        await page.keyboard.press('Escape');
        await expect(soldOut(page, theme)).toBeFocused();
        await expect(widget.button).toHaveCount(0);
      },
    );

    test(
      `${theme.name}: swatches that are drawn anew are usable, and the old ones let go`,
      atLengthUnless(theme === HYVA),
      async ({ page, shop, widget }) => {
        await open(page, shop);
        await theme.whenDrawn(page);
        const blue = soldOut(page, theme);
        await expect(blue).toBeVisible();
        const client = await page.context().newCDPSession(page);
        const listeners = [];
        for (let time = 0; time < 3; time += 1) {
          const old = await blue.elementHandle();
          await theme.redraw(page);
          await expect(blue).toHaveCount(1);
          expect(await old?.evaluate((element) => element.isConnected)).toBe(false);
          const name = () => old?.evaluate((element) => element.getAttribute('aria-label'));
          await expect.poll(name).not.toBe('Blue, sold out, notify me');
          listeners.push(await countListeners(client));
        }
        // The first of them has Playwright's own too.
        expect(listeners[2]).toEqual(listeners[1]);
        await blue.click();
        expect(await widget.offers()).toEqual(ALL_BLUE);
      },
    );

    test(
      `${theme.name}: swatches are drawn anew while the modal is open`,
      AT_LENGTH,
      async ({ page, shop, widget }) => {
        await open(page, shop);
        await theme.whenDrawn(page);
        const blue = soldOut(page, theme);
        await blue.click();
        await widget.email.fill('sam@example.com');
        await theme.redraw(page);
        await expect(page.locator('[aria-label="Blue, sold out, notify me"]')).toHaveCount(1);
        expect(await widget.offers()).toEqual(ALL_BLUE);
        await widget.variant.selectOption('Blue / 43');
        await widget.submit.click();
        await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
        expect(shop.sandbox.events.map(({ variant }) => variant)).toEqual(['2012']);
        await page.keyboard.press('Escape');
        await expect(widget.dialog).toHaveCount(0);
        // The pressed swatch is gone. Whoever uses the keyboard must not be thrown to the top of the page.
        const back = page.locator('[aria-label*="notify me"]:focus, .back-in-stock button:focus');
        await expect(back).toHaveCount(1);
        await blue.press('Enter');
        expect(await widget.offers()).toEqual(ALL_BLUE);
      },
    );

    test(
      `${theme.name}: soldOutSwatches: false leaves them alone`,
      AT_LENGTH,
      async ({ page, shop, widget }) => {
        await open(page, shop, { way: 'none' });
        await theme.whenDrawn(page);
        const untouched = await readSwatches(page);
        await open(page, shop, { options: { soldOutSwatches: false } });
        await theme.whenDrawn(page);
        await expect(widget.button).toBeVisible();
        expect(await readSwatches(page)).toEqual(untouched);
        const swatch = page.locator('.swatch-attribute.color .swatch-option').nth(2);
        const { x, y } = (await swatch.boundingBox()) ?? { x: 0, y: 0 };
        await page.mouse.click(x + 10, y + 10);
        // A press that opened the modal would have done so before the next one does.
        await widget.button.click();
        expect(await widget.offers()).toHaveLength(5);
      },
    );

    test(
      `${theme.name}: destroy() leaves the page as it was`,
      AT_LENGTH,
      async ({ page, shop, widget }) => {
        await open(page, shop, { way: 'none' });
        await theme.whenDrawn(page);
        await theme.choose(page, 'Red');
        // Hyvä marks what has the focus.
        await page.evaluate(() => (document.activeElement as HTMLElement).blur());
        await page.addScriptTag({ url: '/dist/back-in-stock.js' });
        const read = () => page.evaluate(() => document.documentElement.outerHTML);
        const before = await read();
        await page.evaluate(
          (settings) => (window as unknown as ShopWindow).BackInStock.init(settings),
          { apiKey: 'DEMO01', store: '1', endpoint: shop.endpoint },
        );
        await soldOut(page, theme).click();
        await widget.close.click();
        await expect(widget.dialog).toHaveCount(0);
        expect(await read()).not.toBe(before);
        await page.evaluate(() => (window as unknown as ShopWindow).BackInStock.init().destroy());
        expect(await read()).toBe(before);
      },
    );

    test(
      `${theme.name}: axe finds nothing`,
      atLengthUnless(theme === HYVA),
      async ({ page, shop }) => {
        const findIssues = async () => {
          const { violations } = await new AxeBuilder({ page }).analyze();
          return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
        };
        await open(page, shop);
        await theme.whenDrawn(page);
        await expect(soldOut(page, theme)).toBeVisible();
        expect(await findIssues()).toEqual([]);
      },
    );
  }
});

test(
  'drawn anew while the modal is open and there is no button, the new swatch gets the focus',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    await openPage(page, shop, LUMA.path);
    await LUMA.whenDrawn(page);
    await LUMA.choose(page, 'Red');
    await LUMA.choose(page, '41');
    await expect(widget.button).toHaveCount(0);
    await soldOut(page, LUMA).press('Enter');
    await expect(widget.variant).toBeFocused();
    await LUMA.redraw(page);
    await page.keyboard.press('Escape');
    await expect(widget.dialog).toHaveCount(0);
    await expect(soldOut(page, LUMA)).toBeFocused();
  },
);

for (const theme of BESIDES_LUMA) {
  test(
    `${theme.name}: a size that is struck out by a choice, until the choice is undone`,
    AT_LENGTH,
    async ({ page, shop, widget }) => {
      await openPage(page, shop, theme.path, { ...theme.parameters, way: 'none' });
      await theme.whenDrawn(page);
      await theme.choose(page, 'Red');
      await theme.choose(page, 'Red');
      const size = page.locator('.swatch-attribute.size');
      const without = await size.evaluate(({ outerHTML }) => outerHTML);

      await openPage(page, shop, theme.path, theme.parameters);
      await theme.whenDrawn(page);
      await theme.choose(page, 'Red');
      const struck = soldOut(page, theme, '42');
      await struck.click();
      expect(await widget.offers()).toEqual(['Red / 42', 'Blue / 42']);
      await expect(widget.variant.getByRole('option', { selected: true })).toHaveText('Red / 42');
      await widget.close.click();
      await theme.choose(page, 'Red');
      await expect(struck).toHaveCount(0);
      expect(await size.evaluate(({ outerHTML }) => outerHTML)).toBe(without);
      await theme.choose(page, '42');
      await expect.poll(() => theme.readChoice(page)).toContain('168');
    },
  );
}

for (const { theme, way } of [
  // Under the policy Luma's own scripts run only where RequireJS loads the widget.
  { theme: LUMA, way: 'requirejs' },
  { theme: HYVA, way: 'script' },
  { theme: HYVA_CSP, way: 'esm' },
]) {
  test(
    `${theme.name}: a strict policy is not violated`,
    AT_LENGTH,
    async ({ page, shop, widget }) => {
      await page.addInitScript(() => {
        const violations: string[] = [];
        Object.assign(window, { violations });
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
          violations.push(`${violatedDirective} ${blockedURI}`);
        });
      });
      await openPage(page, shop, theme.path, { ...theme.parameters, csp: 'strict', way });
      await theme.whenDrawn(page);
      await soldOut(page, theme).click();
      expect(await widget.offers()).toEqual(ALL_BLUE);
      await widget.close.click();
      await theme.redraw(page);
      await soldOut(page, theme).press('Space');
      expect(await widget.offers()).toEqual(ALL_BLUE);
      expect(await page.evaluate(() => Reflect.get(window, 'violations'))).toEqual([]);
    },
  );
}

test(
  'a disabled entry of a select beside swatches is left alone, and the hint names its attribute',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    await openPage(page, shop, '/shop/everyday-hoodie', { magento: '2.3.5' });
    await LUMA.whenDrawn(page);
    await expect(widget.button).toHaveText('Colour / Fabric sold out? Get notified');
    await LUMA.choose(page, 'Red');
    const wool = page.locator('.swatch-select option:disabled');
    await expect(wool).toHaveText('Wool');
    await expect(widget.button).toHaveText('Fabric sold out? Get notified');
    for (const attribute of ['aria-label', 'tabindex', 'role', 'style']) {
      expect(await wool.getAttribute(attribute), attribute).toBeNull();
    }
    await widget.button.click();
    await expect(widget.chosen).toHaveText(['Red', 'Wool']);
  },
);

for (const path of ['/shop', '/hyva', '/hyva-csp']) {
  test(
    `${path}: dropdowns say it in the text of the hint`,
    AT_LENGTH,
    async ({ page, shop, widget }) => {
      await openPage(page, shop, `${path}/harbour-jacket`);
      const fabric = page.getByLabel('Fabric').first();
      const fit = page.getByLabel('Fit').first();
      await fabric.scrollIntoViewIfNeeded();
      await expect(fabric.locator('option:disabled')).toHaveText(/Linen/);
      await expect(widget.button).toHaveText('Fabric / Fit sold out? Get notified');
      await fabric.selectOption('171');
      await expect(fit.locator('option:disabled')).toHaveText(/Regular/);
      await expect(widget.button).toHaveText('Fit sold out? Get notified');
      expect(await fit.locator('option:disabled').getAttribute('aria-label')).toBeNull();
      await widget.button.click();
      await expect(widget.chosen).toHaveText(['Cotton', 'Regular']);
      await widget.close.click();
      await fit.selectOption('174');
      await expect(widget.button).toHaveCount(0);
    },
  );
}
