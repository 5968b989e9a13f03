import type { Locator } from '@playwright/test';
import type { RunningShop } from '../../demo/server.ts';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, type Page, test } from './fixtures.ts';
import { openPage } from './open-page.ts';
import { readEventNames, recordEvents } from './shop-window.ts';
import { LUMA, OLD_LUMA, type SwatchTheme } from './swatch-themes.ts';

/** Two clicks of the mouse at one place, the second so many milliseconds after the first. */
async function clickTwice(page: Page, target: Locator, pause: number) {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('It is not drawn.');
  const [x, y] = [box.x + 8, box.y + box.height / 2];
  await page.mouse.click(x, y);
  await page.evaluate((time) => new Promise((resolve) => setTimeout(resolve, time)), pause);
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
}

/** Two taps, each a click of its own: the first opens the form, the second meets the backdrop so many milliseconds later. */
const tapTwice = (target: Locator, pause: number) =>
  target.evaluate(async (element, time) => {
    const tap = (at: Element | null | undefined) => {
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        const made = type.startsWith('pointer') ? PointerEvent : MouseEvent;
        const event = { bubbles: true, composed: true, cancelable: true, detail: 1 };
        at?.dispatchEvent(new made(type, event));
      }
    };
    const opened = new Promise((resolve) => {
      document.addEventListener('back-in-stock:opened', resolve, { once: true });
    });
    tap(element);
    await opened;
    await new Promise((resolve) => setTimeout(resolve, time));
    tap(document.querySelector('back-in-stock-modal')?.shadowRoot?.firstElementChild);
  }, pause);

/** Opens a page with sold-out swatches, and records the events. */
async function openDrawn(page: Page, shop: RunningShop, theme: SwatchTheme): Promise<void> {
  await recordEvents(page);
  await openPage(page, shop, theme.path, theme.parameters);
  await theme.whenDrawn(page);
}

/** Waits until whatever the clicks have begun is over. */
const settle = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );

for (const pause of [0, 80, 200]) {
  for (const way of ['by mouse', 'by touch']) {
    const clickOrTap = (page: Page, target: Locator) =>
      way === 'by mouse' ? clickTwice(page, target, pause) : tapTwice(target, pause);

    test(
      `a double click on the button, ${way}, ${pause} ms apart, leaves the form open`,
      atLengthUnless(way === 'by mouse' && pause === 0),
      async ({ page, openProduct, widget }) => {
        await recordEvents(page);
        // So narrow that the button lies beside the form.
        await openProduct('camp-lantern', { options: '{"modal":{"width":"200px"}}' });
        await clickOrTap(page, widget.button);
        await expect(widget.email).toBeFocused();
        await settle(page);
        await expect(widget.dialog).toBeVisible();
        expect(await readEventNames(page)).toEqual(['shown', 'opened']);
        // A moment later a click beside the form closes it, as always.
        await expect(async () => {
          await page.mouse.click(5, 5);
          await expect(widget.dialog).toHaveCount(0, { timeout: 100 });
        }).toPass();
        await expect.poll(() => readEventNames(page)).toEqual(['shown', 'opened', 'closed']);
      },
    );

    test(
      `a double click on a sold-out swatch, ${way}, ${pause} ms apart, leaves the form open`,
      atLengthUnless(way === 'by mouse' && pause === 80),
      async ({ page, shop, widget }) => {
        await openDrawn(page, shop, LUMA);
        await clickOrTap(page, page.getByRole('option', { name: /^Blue, sold out/ }));
        await expect(widget.variant).toBeFocused();
        await settle(page);
        await expect(widget.dialog).toBeVisible();
        expect(await readEventNames(page)).toEqual(['shown', 'opened']);
      },
    );
  }
}

test('the second click of a double click does nothing, whatever of the form it meets', async ({
  page,
  shop,
  widget,
}) => {
  const options = { newsletterList: 'LIST01', texts: { consent: 'I agree to [this](/privacy).' } };
  await openPage(page, shop, '/shop/trail-runner', { options });
  await widget.button.click();
  await expect(widget.dialog).toBeVisible();
  const selectors = ['.close', '.submit', 'a', '[name=consent]', '[name=newsletter]', 'h2', 'form'];
  for (const selector of selectors) {
    const isStopped = await widget.dialog.locator(selector).evaluate((element) => {
      const event = { bubbles: true, composed: true, cancelable: true, detail: 2 };
      return !element.dispatchEvent(new MouseEvent('click', event));
    });
    expect(isStopped, selector).toBe(true);
  }
  await settle(page);
  await expect(widget.dialog).toBeVisible();
  await expect(widget.email).toHaveAttribute('aria-invalid', 'false');
  await expect(widget.dialog.getByRole('checkbox', { checked: true })).toHaveCount(0);
  expect(page.context().pages()).toHaveLength(1);
});

test('a double click within the form is two clicks', AT_LENGTH, async ({ page, shop, widget }) => {
  await openPage(page, shop, '/shop/camp-lantern', {
    options: { newsletterList: 'LIST01', retries: 0 },
  });
  await widget.button.click();
  const box = widget.dialog.getByRole('checkbox');
  await box.dblclick();
  await expect(box).not.toBeChecked();
  await widget.dialog.getByText(DEFAULT_TEXTS.newsletter).dblclick();
  await expect(box).not.toBeChecked();
  await widget.dialog.getByText(DEFAULT_TEXTS.newsletter).click({ clickCount: 3 });
  await expect(box).toBeChecked();
  await widget.close.dblclick();
  await expect(widget.dialog).toHaveCount(0);
});

test(
  'the second click of a double click on the button of the form never meets the backdrop',
  AT_LENGTH,
  async ({ page, openProduct, widget, shop }) => {
    await openProduct('camp-lantern');
    await widget.button.click();
    await widget.email.fill('sam@example.com');
    await widget.submit.click();
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    // The form has become lower, and the pointer is beside it.
    await page.evaluate(() => {
      const dialog = document.querySelector('back-in-stock-modal')?.shadowRoot?.firstElementChild;
      for (const type of ['pointerdown', 'click']) {
        const event = { bubbles: true, composed: true, cancelable: true, detail: 2 };
        const made = type === 'click' ? new MouseEvent(type, event) : new PointerEvent(type, event);
        dialog?.dispatchEvent(made);
      }
    });
    await settle(page);
    await expect(widget.dialog).toBeVisible();
    expect(shop.sandbox.events).toHaveLength(1);
  },
);

test(
  'a double click on the button of a tile opens its form once',
  AT_LENGTH,
  async ({ page, openPage: open, widget }) => {
    await recordEvents(page);
    await open('/category/all', { options: '{"listing":true}' });
    const button = widget.button.first();
    await button.dblclick();
    await expect(widget.dialog).toBeVisible();
    await settle(page);
    await expect(widget.dialog).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(widget.dialog).toHaveCount(0);
    await settle(page);
    const names = await readEventNames(page);
    expect(names.filter((name) => name !== 'shown')).toEqual(['opened', 'closed']);
  },
);

/** Clicks of a script, all in one turn of the event loop. */
const clickAtOnce = (page: Page, selectors: readonly string[]) =>
  page.evaluate((wanted) => {
    for (const selector of wanted) document.querySelector<HTMLElement>(selector)?.click();
  }, selectors);

const option = (label: string) =>
  `.swatch-option[data-option-label="${label}"], .swatch-option[option-label="${label}"]`;

test(
  'a swatch that a choice in the same turn lets be chosen is chosen, and opens nothing',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    // Here a choice strikes out what is not there together with it.
    await openDrawn(page, shop, OLD_LUMA);
    await OLD_LUMA.choose(page, 'Red');
    await expect(page.getByRole('option', { name: /^42, sold out/ })).toBeVisible();
    await clickAtOnce(page, [option('Green'), option('42')]);
    await expect(page.locator(option('42'))).toHaveClass(/selected/);
    await settle(page);
    expect(await readEventNames(page)).not.toContain('opened');
    await expect(widget.dialog).toHaveCount(0);
    await expect(widget.button).toHaveCount(0);
  },
);

test(
  'a press on the button offers what is chosen in the same turn, and nothing that is not offered any more',
  AT_LENGTH,
  async ({ page, shop, widget }) => {
    await openDrawn(page, shop, LUMA);
    await LUMA.choose(page, 'Red');
    await LUMA.choose(page, '41');
    await expect(widget.button).toHaveCount(0);
    await LUMA.choose(page, '41');
    await expect(widget.button).toBeVisible();
    // Red / 41 can be bought.
    await clickAtOnce(page, [option('41'), '.back-in-stock button']);
    await settle(page);
    expect(await readEventNames(page)).not.toContain('opened');
    await expect(widget.button).toHaveCount(0);
  },
);
