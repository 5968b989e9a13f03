import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import type { ProductData } from '../../src/product/product-data.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { takeLogged } from './fault-checks.ts';
import { expect, type Page, takeComplaints, test } from './fixtures.ts';
import { saveData, triggerOf } from './form-file.ts';
import { passWaits } from './kept-entries.ts';
import { leaveKept } from './leave-kept.ts';
import { goToPage } from './open-page.ts';
import { getRunningHandle } from './running-handle.ts';
import { HYVA, HYVA_CSP, LUMA } from './swatch-themes.ts';
import { createWidget, type Widget } from './widget.ts';

// The browser remembers what was asked for, and the button says so.

const { trigger: NORMAL, onList: ON_LIST, success: SUCCESS } = DEFAULT_TEXTS;
const HINT = 'Colour / Size sold out? Get notified';
const EMAIL = 'sam@example.com';
const ENTRY = 'back-in-stock-asked';

/** Two sold-out variants of one product. */
const RED_42 = '2003';
const BLUE_40 = '2009';

const select = async (page: Page, variantId?: string) =>
  (await getRunningHandle(page)).evaluate((handle, id) => handle.select(id), variantId);

/** Subscribes to what the button offers, and closes the form. */
async function subscribe(widget: Widget, email: string): Promise<void> {
  await widget.subscribe(email);
  await expect(widget.status).toHaveText(SUCCESS);
  await widget.submit.click();
  await expect(widget.dialog).toHaveCount(0);
}

const readEntry = (page: Page) => page.evaluate((key) => localStorage.getItem(key), ENTRY);

/** The lamp as the shop's own code describes it, in stock or not. */
const lampData = (salable: boolean): ProductData => ({
  id: '2045',
  name: 'Camp Lantern',
  type: 'simple',
  variants: [{ id: '2045', salable }],
});

for (const path of ['/shop/camp-lantern', '/hyva/camp-lantern', '/hyva-csp/camp-lantern']) {
  test(
    `${path}: the button says so at once and on the next page, and takes another address`,
    atLengthUnless(path.startsWith('/shop/')),
    async ({ page, openPage, widget, shop }) => {
      await openPage(path);
      const button = triggerOf(page);
      await expect(button).toHaveText(NORMAL);
      await subscribe(widget, EMAIL);
      await expect(button).toHaveText(ON_LIST);
      await expect(button).toBeFocused();
      const { local } = await page.evaluate(() => ({ local: { ...localStorage } }));
      expect(JSON.stringify(local)).not.toContain('@');
      expect(local[ENTRY]).toMatch(/^\[\["1:2045",\d{5}\]\]$/);

      await page.reload();
      await expect(page.getByRole('button', { name: ON_LIST, exact: true })).toBeVisible();
      await subscribe(widget, 'kim@example.com');
      await expect(button).toHaveText(ON_LIST);
      expect(shop.sandbox.events.map(({ email }) => email)).toEqual([EMAIL, 'kim@example.com']);
    },
  );
}

for (const theme of [LUMA, HYVA, HYVA_CSP]) {
  test(
    `${theme.name}: another variant, and the hint, are as before`,
    atLengthUnless(theme === HYVA),
    async ({ page, openPage, widget }) => {
      await openPage(theme.path);
      await theme.whenDrawn(page);
      await select(page, RED_42);
      await subscribe(widget, EMAIL);
      await expect(triggerOf(page)).toHaveText(ON_LIST);
      await select(page, BLUE_40);
      await expect(triggerOf(page)).toHaveText(NORMAL);
      await select(page);
      await expect(triggerOf(page)).toHaveText(HINT);
      await select(page, RED_42);
      await expect(triggerOf(page)).toHaveText(ON_LIST);
      await page.reload();
      await theme.whenDrawn(page);
      await expect(triggerOf(page)).toHaveText(HINT);
      await select(page, RED_42);
      await expect(triggerOf(page)).toHaveText(ON_LIST);
    },
  );
}

test(
  'other products and other store views are kept apart',
  AT_LENGTH,
  async ({ page, shop, openProduct, widget }) => {
    await openProduct('camp-lantern');
    await subscribe(widget, EMAIL);
    await goToPage(page, shop.origin, '/shop/field-kettle');
    await expect(triggerOf(page)).toHaveText(NORMAL);
    await goToPage(page, shop.origin, '/shop/camp-lantern', { options: '{"store":"2"}' });
    await expect(triggerOf(page)).toHaveText(NORMAL);
    await goToPage(page, shop.origin, '/shop/camp-lantern');
    await expect(triggerOf(page)).toHaveText(ON_LIST);
  },
);

test('in stock again: forgotten, also when nothing of the page is sold out', async ({
  page,
  shop,
  openProduct,
  widget,
}) => {
  const openLamp = (salable: boolean) =>
    goToPage(page, shop.origin, '/shop/camp-lantern', {
      options: JSON.stringify({ product: lampData(salable) }),
    });
  await openProduct('camp-lantern');
  await subscribe(widget, EMAIL);
  await openLamp(false);
  await expect(triggerOf(page)).toHaveText(ON_LIST);
  await openLamp(true);
  await expect.poll(() => readEntry(page)).toBe('[]');
  await expect(triggerOf(page)).toHaveCount(0);
  await openLamp(false);
  await expect(triggerOf(page)).toHaveText(NORMAL);
});

test(
  'the days are over: the button is as before',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await openProduct('camp-lantern');
    await subscribe(widget, EMAIL);
    await page.clock.setFixedTime(Date.now() + 89 * 86_400_000);
    await page.reload();
    await expect(triggerOf(page)).toHaveText(ON_LIST);
    await page.clock.setFixedTime(Date.now() + 90 * 86_400_000);
    await page.reload();
    await expect(triggerOf(page)).toHaveText(NORMAL);
  },
);

test(
  'a merchant who wants nothing remembered: nothing is, and what was is removed',
  AT_LENGTH,
  async ({ page, shop, openProduct, widget }) => {
    await openProduct('camp-lantern');
    await subscribe(widget, EMAIL);
    expect(await readEntry(page)).not.toBeNull();
    await goToPage(page, shop.origin, '/shop/camp-lantern', { options: '{"rememberDays":0}' });
    await expect(triggerOf(page)).toHaveText(NORMAL);
    await subscribe(widget, EMAIL);
    expect(await readEntry(page)).toBeNull();
    await expect(triggerOf(page)).toHaveText(NORMAL);
  },
);

test(
  'the merchant’s own text names the variant',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    const texts = { onList: '{product_name}, {variant}: on the list' };
    await openProduct('trail-runner', { options: JSON.stringify({ texts }) });
    await LUMA.whenDrawn(page);
    await select(page, RED_42);
    await subscribe(widget, EMAIL);
    await expect(triggerOf(page)).toHaveText('Trail Runner 2, Red / 42: on the list');
  },
);

test('other tabs of the shop say so too, and hear when the storage is emptied', async ({
  page,
  context,
  shop,
  openProduct,
  widget,
}) => {
  const tab = await context.newPage();
  await goToPage(tab, shop.origin, '/shop/camp-lantern');
  await expect(triggerOf(tab)).toHaveText(NORMAL);
  await openProduct('camp-lantern');
  await subscribe(widget, EMAIL);
  await expect(triggerOf(tab)).toHaveText(ON_LIST);
  await page.evaluate(() => localStorage.clear());
  await expect(triggerOf(tab)).toHaveText(NORMAL);
  // What the other tab has asked for since is not lost when this one writes.
  await subscribe(createWidget(tab), EMAIL);
  await expect(triggerOf(page)).toHaveText(ON_LIST);
});

test(
  'what an earlier page could not send: the button says so when it has been sent',
  AT_LENGTH,
  async ({ page, shop, complaints }) => {
    await leaveKept(page, shop, EMAIL);
    await takeLogged(complaints, ['net::ERR_INTERNET_DISCONNECTED']);
    await goToPage(page, shop.origin, '/shop/camp-lantern', { csp: 'strict' });
    await expect.poll(() => shop.sandbox.events).toHaveLength(1);
    await expect(triggerOf(page)).toHaveText(ON_LIST);
  },
);

test(
  'what is only kept is not on the list yet',
  AT_LENGTH,
  async ({ page, shop, openProduct, widget, complaints }) => {
    await openProduct('camp-lantern', { options: '{"retries":0}' });
    shop.sandbox.setMode('500', 1);
    await widget.subscribe(EMAIL);
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.kept);
    expect(await readEntry(page)).toBeNull();
    await passWaits(page);
    await page.reload();
    await expect(triggerOf(page)).toHaveText(ON_LIST);
    await takeLogged(complaints, ['500']);
  },
);

test(
  'the page announces nothing of the change, which the form has told',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    // The button shows and announces that the form loads.
    await saveData(page);
    await openProduct('camp-lantern');
    await page.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const element = target instanceof Element ? target : target.parentElement;
          if (
            element?.closest(
              '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert]',
            )
          )
            heard.push(element.textContent ?? '');
        }
      }).observe(document.body, { childList: true, characterData: true, subtree: true });
    });
    await subscribe(widget, EMAIL);
    await expect(triggerOf(page)).toHaveText(ON_LIST);
    const heard = await page.evaluate(() => Reflect.get(window, 'heard'));
    expect(heard).toContain(DEFAULT_TEXTS.sending);
    expect(heard).not.toContain(ON_LIST);
  },
);

for (const [what, text] of [
  ['something else', '{"2045":true}'],
  ['half of it', '[["1:2045",'],
] as const) {
  test(
    `the entry holds ${what}: the button is as always, and remembers anew`,
    AT_LENGTH,
    async ({ page, openProduct, widget }) => {
      await openProduct('camp-lantern');
      await page.evaluate(([key, value]) => localStorage.setItem(key, value), [
        ENTRY,
        text,
      ] as const);
      await page.reload();
      await expect(triggerOf(page)).toHaveText(NORMAL);
      await subscribe(widget, EMAIL);
      await expect(triggerOf(page)).toHaveText(ON_LIST);
    },
  );
}

test(
  'a storage that is blocked: everything works, and nothing is remembered',
  AT_LENGTH,
  async ({ page, openProduct, widget, shop, complaints }) => {
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('Access is denied.', 'SecurityError');
          },
        });
      }
    });
    await openProduct('camp-lantern');
    // Magento's own script needs the storage, which is not our matter.
    await takeComplaints(complaints, ['Access is denied.']);
    await subscribe(widget, EMAIL);
    await expect(triggerOf(page)).toHaveText(NORMAL);
    expect(shop.sandbox.events).toHaveLength(1);
  },
);
