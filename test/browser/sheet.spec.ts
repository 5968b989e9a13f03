import AxeBuilder from '@axe-core/playwright';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH } from './at-length.ts';
import { takeLogged } from './fault-checks.ts';
import { expect, type Page, test } from './fixtures.ts';
import { expectBetween, showPart } from './virtual-keyboard.ts';

// The form on phones: a sheet at the bottom of the screen, above the virtual keyboard.

const PHONE = { width: 390, height: 844 };

/** Everything that can stand in the form, so that it is higher than a phone shows. */
const LONG_FORM = JSON.stringify({
  newsletterList: 'XyZ987',
  texts: {
    consent: 'I have read the [privacy policy](/privacy), and I agree to be sent one e-mail.',
    footer: 'We use your address for this one e-mail, and delete it afterwards.',
  },
});

/** Asserts that the sheet is as wide as the page, and ends where the page does. */
async function expectSheet(page: Page, bottom: number): Promise<void> {
  const { width } = page.viewportSize() ?? PHONE;
  await expect
    .poll(async () => {
      const box = await page.getByRole('dialog').boundingBox();
      return box && { x: box.x, width: box.width, bottom: Math.round(box.y + box.height) };
    })
    .toEqual({ x: 0, width, bottom });
}

test('field and button stay above the virtual keyboard', async ({ page, openProduct, widget }) => {
  await page.setViewportSize(PHONE);
  await openProduct('trail-runner', { options: LONG_FORM, csp: 'strict', way: 'script-json' });
  await widget.button.click();
  await expectSheet(page, 844);
  await widget.email.focus();

  // The keyboard comes: the sheet goes up, and no higher than the screen.
  await showPart(page, { height: 380 });
  await expectSheet(page, 380);
  await expectBetween(widget.dialog, 0, 380);
  await expectBetween(widget.email, 0, 380);
  await expectBetween(widget.submit, 0, 380);
  expect(await overlap(page)).toBe(false);

  // The browser moves the visible part of the page.
  await showPart(page, { height: 380, offsetTop: 200 });
  await expectSheet(page, 580);
  await expectBetween(widget.email, 200, 580);
  await expectBetween(widget.submit, 200, 580);

  // A mistake makes the sheet higher; the field is still in view, with what is wrong.
  await widget.variant.selectOption('Red / 42');
  await widget.submit.click();
  await expect(widget.email).toBeFocused();
  await expectBetween(widget.dialog.getByText(DEFAULT_TEXTS.emailMissing), 200, 580);
  await expectBetween(widget.email, 200, 580);
  expect(await overlap(page)).toBe(false);

  // The keyboard goes.
  await showPart(page, { height: 844 });
  await expectSheet(page, 844);
});

/** Whether the buttons cover a part of the field for the e-mail address. */
const overlap = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('back-in-stock-modal')?.shadowRoot;
    const field = root?.querySelector('[name=email]')?.getBoundingClientRect();
    const buttons = root?.querySelector('.actions')?.getBoundingClientRect();
    return (field?.bottom ?? 0) > (buttons?.top ?? 0);
  });

test(
  'in a phone on its side, field and button share what the keyboard leaves',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await page.setViewportSize({ width: 800, height: 360 });
    await openProduct('trail-runner', { options: LONG_FORM });
    await widget.button.click();
    await widget.email.focus();
    await showPart(page, { height: 190 });
    await expectBetween(widget.dialog, 0, 190);
    await expectBetween(widget.email, 0, 190);
    await expectBetween(widget.submit, 0, 190);
    await expect.poll(() => overlap(page)).toBe(false);
  },
);

test(
  'a shopper who magnifies the page moves about in it, and the sheet stays',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await page.setViewportSize(PHONE);
    await openProduct('camp-lantern');
    await widget.button.click();
    await expectSheet(page, 844);
    await showPart(page, { height: 422, offsetTop: 100, scale: 2 });
    await expectSheet(page, 844);
    await showPart(page, { height: 844 });
    await expectSheet(page, 844);
  },
);

test(
  'the closed form leaves nothing of it, and hears nothing more',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await page.setViewportSize(PHONE);
    await openProduct('camp-lantern');
    await widget.button.click();
    const readStyle = () =>
      page.evaluate(() => document.querySelector('back-in-stock-modal')?.getAttribute('style'));
    expect(await readStyle()).toContain('--visible-height: 844px');
    await page.keyboard.press('Escape');
    await expect.poll(readStyle).not.toContain('--visible');
    await showPart(page, { height: 380 });
    expect(await readStyle()).not.toContain('--visible');
  },
);

for (const [width, height] of [
  [390, 500],
  [320, 256],
  [844, 390],
] as const) {
  test(
    `the button "Stop" is in view at once, on ${width} by ${height} pixels`,
    width === 390 ? {} : AT_LENGTH,
    async ({ page, openProduct, widget, shop, complaints }) => {
      await page.setViewportSize({ width, height });
      await openProduct('trail-runner', { options: LONG_FORM });
      await widget.button.click();
      await widget.variant.selectOption('Red / 42');
      await widget.email.fill('sam@example.com');
      await widget.dialog.getByRole('checkbox', { name: /privacy policy/ }).check();
      shop.sandbox.setMode('503');
      await widget.submit.click();
      const stop = widget.dialog.getByRole('button', { name: DEFAULT_TEXTS.stop, exact: true });
      await expectBetween(stop, 0, height);
      await expectBetween(widget.submit, 0, height);
      await expectBetween(widget.status, 0, height);
      await stop.click();
      await expect(widget.submit).toHaveText(DEFAULT_TEXTS.retry);
      await takeLogged(complaints, ['503']);
    },
  );
}

test(
  'the fields are so large that no browser magnifies the page',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await page.setViewportSize(PHONE);
    await openProduct('trail-runner', { options: LONG_FORM, hostile: '1' });
    await widget.button.click();
    const fields = widget.dialog.locator('input:not([type=checkbox]), select');
    expect(await fields.count()).toBe(2);
    for (const field of await fields.all()) {
      const size = await field.evaluate((element) => getComputedStyle(element).fontSize);
      expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(16);
    }
  },
);

/** Keeps the upper and the lower edge of the dialog in every picture that the browser draws, from now on. */
const recordEdges = (page: Page) =>
  page.evaluate(() => {
    const edges: [number, number][] = [];
    Object.assign(window, { edges });
    const dialog = document
      .querySelector('back-in-stock-modal')
      ?.shadowRoot?.querySelector('dialog');
    const record = () => {
      const { top, bottom } = dialog?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
      edges.push([top, bottom]);
      requestAnimationFrame(record);
    };
    record();
  });

const readEdges = (page: Page) =>
  page.evaluate<[number, number][]>(() => Reflect.get(window, 'edges'));

/** Waits until no part of the form moves. */
const waitForRest = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(
        () => document.querySelector('back-in-stock-modal')?.shadowRoot?.getAnimations().length,
      ),
    )
    .toBe(0);

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test(
    'a mistake lets the sheet grow gradually from its lower edge',
    AT_LENGTH,
    async ({ page, openProduct, widget }) => {
      await page.setViewportSize(PHONE);
      await openProduct('trail-runner');
      await widget.button.click();
      await waitForRest(page);
      await recordEdges(page);
      await widget.submit.click();
      await expect(widget.dialog.getByText(DEFAULT_TEXTS.emailMissing)).toBeVisible();
      await waitForRest(page);
      const edges = await readEdges(page);
      const tops = edges.map(([top]) => top);
      const [first = 0] = tops;
      const last = tops.at(-1) ?? 0;
      expect(first - last).toBeGreaterThan(30);
      // The lower edge never moves, and the upper one is on its way in between.
      for (const [, bottom] of edges) expect(Math.abs(bottom - 844)).toBeLessThan(1);
      expect(tops.some((top) => top < first - 1 && top > last + 1)).toBe(true);
    },
  );
});

test(
  'for shoppers who want no motion, nothing moves',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await page.setViewportSize(PHONE);
    await openProduct('trail-runner');
    await widget.button.click();
    const count = () =>
      page.evaluate(
        () => document.querySelector('back-in-stock-modal')?.shadowRoot?.getAnimations().length,
      );
    expect(await count()).toBe(0);
    await recordEdges(page);
    await widget.submit.click();
    await expect(widget.dialog.getByText(DEFAULT_TEXTS.emailMissing)).toBeVisible();
    expect(await count()).toBe(0);
    const tops = new Set((await readEdges(page)).map(([top]) => Math.round(top)));
    expect(tops.size).toBeLessThanOrEqual(2);
  },
);

for (const dir of ['ltr', 'rtl']) {
  test(
    `${dir}: axe finds nothing in the sheet`,
    AT_LENGTH,
    async ({ page, openProduct, widget }) => {
      await page.setViewportSize({ width: 320, height: 568 });
      await openProduct('trail-runner', { options: LONG_FORM, dir });
      await widget.button.click();
      const check = async () => {
        const { violations } = await new AxeBuilder({ page })
          .include('back-in-stock-modal')
          .analyze();
        expect(violations.map(({ id }) => id)).toEqual([]);
      };
      await check();
      await widget.submit.click();
      await check();
      await widget.variant.selectOption('Red / 42');
      await widget.email.fill('sam@example.com');
      await widget.dialog.getByRole('checkbox', { name: /privacy policy/ }).check();
      await widget.submit.click();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      await expect(widget.chosen).toHaveText(['Red', '42']);
      await expectSheet(page, 568);
      await check();
    },
  );
}
