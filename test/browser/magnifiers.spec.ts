import type { Locator } from '@playwright/test';
import config from '../../playwright.config.ts';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH } from './at-length.ts';
import { expect, type Page, test } from './fixtures.ts';
import { openPage } from './open-page.ts';
import { expectReflow, listUnreachable } from './usable.ts';
import type { Widget } from './widget.ts';

// Shoppers who see little enlarge the page with two fingers, or set a larger font in their browser.

/** Twice the usual size. A shopper sets it in the browser. */
const FONT_SIZE = 32;

test.use({
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  launchOptions: {
    ...config.use?.launchOptions,
    args: [
      ...(config.use?.launchOptions?.args ?? []),
      `--blink-settings=defaultFontSize=${FONT_SIZE}`,
    ],
  },
});

/** Enlarges the page as two fingers do, around its upper left corner. */
async function pinch(page: Page, scale: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setPageScaleFactor', { pageScaleFactor: scale });
  await expect.poll(() => page.evaluate(() => visualViewport?.scale)).toBe(scale);
}

/** Whether a part of a control is in the part of the page that is in sight. An enlarged field is wider than the screen. */
const isInSight = (control: Locator) =>
  control.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const { offsetLeft = 0, offsetTop = 0, width = 0, height = 0 } = visualViewport ?? {};
    const isBeside = right <= offsetLeft || left >= offsetLeft + width;
    return !isBeside && top >= offsetTop && bottom <= offsetTop + height;
  });

/** Where the dialog and its parts are on the whole page, whatever part of that is in sight. */
const placeAll = ({ dialog }: Widget) =>
  dialog.locator('*').evaluateAll((parts) =>
    parts.map((part) => {
      const { left, top, width, height } = part.getBoundingClientRect();
      return [left, top, width, height].map(Math.round);
    }),
  );

test('a page that is enlarged while the form is open: nothing moves or shrinks, and the address is sent', async ({
  page,
  shop,
  widget,
}) => {
  await openPage(page, shop, '/hyva/camp-lantern');
  await widget.button.tap();
  await expect(widget.dialog).toBeVisible();
  const before = await placeAll(widget);
  await pinch(page, 3);
  expect(await placeAll(widget)).toEqual(before);
  // The shopper moves the enlarged page to the field, and on to the button.
  // The browser moves the enlarged page to what gets the focus. (Playwright cannot tap on an enlarged page.)
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(widget.email).toBeFocused();
  expect(await isInSight(widget.email)).toBe(true);
  await page.keyboard.type('sam@example.com');
  expect(await placeAll(widget)).toEqual(before);
  await page.keyboard.press('Enter');
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  expect(await page.evaluate(() => visualViewport?.scale)).toBe(3);
  expect(shop.sandbox.requests.map(({ body }) => body)).toEqual([
    'a=DEMO01&email=sam%40example.com&variant=2045&platform=magento_two&store=1',
  ]);
  await pinch(page, 1);
  await widget.submit.tap();
  await expect(widget.dialog).toHaveCount(0);
});

test(
  'the form that opens on an enlarged page takes no gesture away',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    await openPage(page, shop, '/hyva/camp-lantern');
    await expect(widget.button).toBeVisible();
    const readMeta = () => page.locator('meta[name=viewport]').getAttribute('content');
    const meta = await readMeta();
    await pinch(page, 2);
    await widget.button.press('Enter');
    await expect(widget.email).toBeFocused();
    expect(await readMeta()).toBe(meta);
    const gestures = await widget.dialog
      .locator('*')
      .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).touchAction));
    expect(gestures.filter((gesture) => !/auto|manipulation|pinch-zoom/.test(gesture))).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(widget.button).toBeFocused();
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(2);
  },
);

test(
  'a font of twice the size, set in the browser: the form has it, and all of it can be read and reached',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    await openPage(page, shop, '/hyva/trail-runner', {
      options: {
        newsletterList: 'LIST01',
        texts: { consent: 'I agree to the [policy](/privacy).' },
      },
    });
    await widget.button.tap();
    await widget.submit.tap();
    await expect(widget.variant).toHaveAttribute('aria-invalid', 'true');
    await expect(widget.dialog).toHaveCSS('font-size', `${FONT_SIZE}px`);
    await expectReflow(page, widget.dialog);
    expect(await listUnreachable(widget.dialog)).toEqual([]);
  },
);
