import { AT_LENGTH } from './at-length.ts';
import { expect, type Page, test } from './fixtures.ts';
import { HOSTILE_STRINGS } from './hostile-strings.ts';
import { waitForOptions } from './readiness.ts';
import { routeKlaviyo } from './route-klaviyo.ts';
import { SENT_ONCE } from './sent-once.ts';
import type { ShopWindow } from './shop-window.ts';

test.beforeEach(({ page }) => {
  page.on('dialog', (dialog) => {
    throw new Error(`The page opened a dialog: ${dialog.message()}`);
  });
});

/** The exact text of a part of the modal, blanks and invisible characters included. */
const modalText = (page: Page, selector: string) =>
  page.evaluate((wanted) => {
    const root = document.querySelector('back-in-stock-modal')?.shadowRoot;
    return root?.querySelector(wanted)?.textContent;
  }, selector);

/** Asserts that no text has become an element, and that nothing in one was run. */
async function expectOnlyText(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const modal = document.querySelector('back-in-stock-modal')?.shadowRoot;
    const roots = [modal, ...document.querySelectorAll('.back-in-stock')];
    const names = roots.flatMap((root) =>
      [...(root?.querySelectorAll('*') ?? [])].map(({ localName }) => localName),
    );
    return { names: [...new Set(names)], hacked: Reflect.get(window, 'hacked') };
  });
  const ours = ['b', 'button', 'dialog', 'div', 'form', 'h2', 'input', 'label', 'option', 'p'];
  const others = ['dd', 'dl', 'dt', 'img', 'select', 'small', 'span'];
  expect(found.names.filter((name) => ![...ours, ...others].includes(name))).toEqual([]);
  expect(found.hacked).toBeUndefined();
}

/** Asserts that a long word has not pushed anything off the screen. */
async function expectNoOverflow(page: Page): Promise<void> {
  const box = await page.getByRole('dialog').boundingBox();
  const screen = page.viewportSize();
  if (!box || !screen) throw new Error('The modal is not drawn.');
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(screen.width);
  expect(box.y + box.height).toBeLessThanOrEqual(screen.height);
  const hasRoom = await page
    .getByRole('dialog')
    .evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth);
  expect(hasRoom).toBe(true);
}

test('names of products stay text', AT_LENGTH, async ({ page, openProduct, widget }) => {
  const options = JSON.stringify({ texts: { body: 'About {product_name}.' } });
  for (const name of HOSTILE_STRINGS) {
    await test.step(name.slice(0, 60), async () => {
      await openProduct('camp-lantern', { name, options, csp: 'strict', way: 'script-json' });
      await widget.button.click();
      await expect(widget.email).toBeFocused();
      expect(await modalText(page, 'h2')).toBe(name);
      expect(await modalText(page, 'p')).toBe(`About ${name}.`);
      await expectOnlyText(page);
      await expectNoOverflow(page);
    });
  }
});

test('labels of options and attributes stay text', async ({ page, openProduct, widget, shop }) => {
  await openProduct('trail-runner', { way: 'none' });
  await waitForOptions(page);
  await page.addScriptTag({ url: '/dist/back-in-stock.js' });
  for (const label of HOSTILE_STRINGS) {
    await test.step(label.slice(0, 60), async () => {
      await page.evaluate(
        ({ text, endpoint }) => {
          const { BackInStock, jQuery } = window as unknown as ShopWindow & {
            jQuery: (selector: string) => { data(key: string): unknown };
          };
          const swatches = jQuery('[data-role=swatch-options]').data('mage-SwatchRenderer');
          const { jsonConfig } = Reflect.get(Object(swatches), 'options');
          jsonConfig.attributes[0].label = text;
          jsonConfig.attributes[0].options[0].label = text;
          BackInStock.init().destroy();
          BackInStock.init({ apiKey: 'DEMO01', endpoint });
        },
        { text: label, endpoint: shop.endpoint },
      );
      await widget.button.click();
      await expect(widget.variant).toBeFocused();
      expect(await modalText(page, 'option:nth-child(2)')).toBe(`${label} / 42`);
      expect(await modalText(page, 'label')).toContain(`${label} / Size`);
      await widget.variant.selectOption('2003');
      await expectOnlyText(page);
      await expectNoOverflow(page);
    });
  }
});

test('texts of the merchant stay text', async ({ page, openProduct, widget }) => {
  // In a text of the merchant, unlike anywhere else, placeholders are meant to be filled in.
  const [first = '', ...rest] = HOSTILE_STRINGS.filter((text) => !text.includes('{product_name}'));
  const keys = ['headline', 'body', 'submit', 'footer', 'close', 'emailLabel', 'emailMissing'];
  const texts: Record<string, string> = { trigger: `Notify me when available ${first}` };
  for (const [place, key] of keys.entries()) texts[key] = rest[place % rest.length] ?? '';
  await openProduct('camp-lantern', { way: 'script-json', options: JSON.stringify({ texts }) });
  await widget.button.click();
  await widget.submit.click();
  expect(await page.locator('.back-in-stock button').textContent()).toBe(texts.trigger);
  expect(await modalText(page, 'h2')).toBe(texts.headline);
  expect(await modalText(page, '.submit')).toBe(texts.submit);
  expect(await modalText(page, '#email-mistake')).toBe(texts.emailMissing);
  await expectOnlyText(page);
});

test(
  'answers of the server stay text',
  AT_LENGTH,
  async ({ page, openProduct, widget, shop, complaints }) => {
    let answer = '';
    await routeKlaviyo(page, shop.endpoint, () => ({
      body: answer,
      headers: { 'Content-Type': 'text/html' },
    }));
    await openProduct('camp-lantern', { options: JSON.stringify(SENT_ONCE) });
    await widget.subscribe('sam@example.com');
    for (const text of HOSTILE_STRINGS) {
      for (const body of [
        text,
        JSON.stringify({ errors: [text], success: false }),
        JSON.stringify({ errors: { [text]: text } }),
        JSON.stringify({ status: 400, message: `Wrong: * ${text} * This field is required.` }),
        JSON.stringify({ status: 400, message: { text } }),
        JSON.stringify({ success: text, email: text }),
      ]) {
        answer = body;
        const answered = page.waitForResponse(shop.endpoint);
        await widget.submit.click();
        await answered;
        await expect(widget.submit).toHaveText('Try again');
        await expect(widget.status).not.toBeEmpty();
      }
      await expectOnlyText(page);
    }
    await expectNoOverflow(page);
    // Each kind of answer is logged once, and never in the server's words.
    const logged = complaints.splice(0).map((line) => line.replace(/ \(.*\)$/, ''));
    expect(logged.sort()).toEqual([
      '[back-in-stock] HTTP 200, brokenAnswer. Check "endpoint".',
      '[back-in-stock] HTTP 200, emptyAnswer. Check "endpoint".',
      '[back-in-stock] HTTP 200, htmlAnswer. Check "endpoint".',
      '[back-in-stock] HTTP 200, unknownAnswer. Check "endpoint".',
      '[back-in-stock] Klaviyo refused a subscription. Check "apiKey".',
    ]);
  },
);
