import AxeBuilder from '@axe-core/playwright';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH } from './at-length.ts';
import { expect, type Page, test } from './fixtures.ts';
import { openPage } from './open-page.ts';
import { translateForm } from './page-translator.ts';
import { listPosts } from './transports.ts';
import type { Widget } from './widget.ts';

// With several attributes and many sold-out variants, the choice is one select for each attribute. Sold out are Red / 42,
// Red / 43, Blue / 40 and Blue / 42 in each width, Blue / 41 / Narrow, and Green / Wide in each size.

const selectsOf = ({ dialog }: Pick<Widget, 'dialog'>) => ({
  colour: dialog.getByRole('combobox', { name: 'Colour', exact: true }),
  size: dialog.getByRole('combobox', { name: 'Size', exact: true }),
  width: dialog.getByRole('combobox', { name: 'Width', exact: true }),
});

/** What the three selects show. */
const readChoice = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('back-in-stock-modal')?.shadowRoot;
    return [...(root?.querySelectorAll('select') ?? [])].map(
      ({ selectedOptions: [shown] }) => shown?.textContent,
    );
  });

const PROMPT = DEFAULT_TEXTS.variantPrompt;

test('the whole way by keyboard, the size before the colour', async ({
  page,
  openProduct,
  widget,
  shop,
}) => {
  await openProduct('summit-boot');
  await widget.button.press('Enter');
  const { colour, size, width } = selectsOf(widget);
  await expect(colour).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(size).toBeFocused();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(width).toBeFocused();
  await page.keyboard.press('ArrowDown');
  expect(await readChoice(page)).toEqual([PROMPT, '42', 'Narrow']);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(colour).toBeFocused();
  // Green is not sold out in this width: the key goes on from Red to Blue.
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowDown');
  expect(await readChoice(page)).toEqual(['Blue', '42', 'Narrow']);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab');
  await expect(widget.email).toBeFocused();
  await page.keyboard.type('sam@example.com');
  await page.keyboard.press('Enter');
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  await expect(widget.submit).toBeFocused();
  await expect(widget.chosen).toHaveText(['Blue', '42', 'Narrow']);
  await expect(widget.variant).toHaveCount(0);
  expect(listPosts(shop.sandbox).map(({ body }) => body)).toEqual([
    'a=DEMO01&email=sam%40example.com&variant=2131&platform=magento_two&store=1',
  ]);
});

for (const theme of ['shop', 'hyva'] as const) {
  test(
    `${theme}: assistive technology learns each attribute, and what does not fit`,
    AT_LENGTH,
    async ({ page, openPage: open, widget }) => {
      await open(`/${theme}/summit-boot`);
      await widget.button.click();
      await expect(widget.dialog).toMatchAriaSnapshot(`
        - combobox "Colour":
          - option "Please choose" [selected]
          - option "Red"
          - option "Green"
          - option "Blue"
        - combobox "Size":
          - option "Please choose" [selected]
          - option "40"
          - option "41"
          - option "42"
          - option "43"
        - combobox "Width":
          - option "Please choose" [selected]
          - option "Narrow"
          - option "Regular"
          - option "Wide"
        - textbox "E-mail address"
      `);
      const { colour, size, width } = selectsOf(widget);
      await colour.selectOption('Red');
      await expect(size.locator('option:disabled')).toHaveText(['40', '41']);
      await expect(colour.locator('option:disabled')).toHaveCount(0);
      await size.selectOption('43');
      await expect(colour.locator('option:disabled')).toHaveText(['Blue']);
      await expect(width.locator('option:disabled')).toHaveCount(0);
      const { violations } = await new AxeBuilder({ page })
        .include('back-in-stock-modal')
        .analyze();
      expect(violations).toEqual([]);
    },
  );
}

test('what alone fits is chosen by itself, and no choice of the shopper is changed', async ({
  page,
  openProduct,
  widget,
  shop,
}) => {
  await openProduct('summit-boot');
  await widget.button.click();
  const { colour, size, width } = selectsOf(widget);
  await colour.selectOption('Green');
  expect(await readChoice(page)).toEqual(['Green', PROMPT, 'Wide']);
  // It is no choice that could be taken back here.
  await expect(width.locator('option:disabled')).toHaveText([PROMPT, 'Narrow', 'Regular']);
  await size.selectOption('43');
  await colour.selectOption('Red');
  expect(await readChoice(page)).toEqual(['Red', '43', PROMPT]);
  await width.selectOption('Narrow');
  // The way back is the empty entry; the others stay.
  await colour.selectOption(PROMPT);
  expect(await readChoice(page)).toEqual(['Red', '43', 'Narrow']);
  await size.selectOption(PROMPT);
  expect(await readChoice(page)).toEqual([PROMPT, PROMPT, 'Narrow']);
  await colour.selectOption('Blue');
  await size.selectOption('41');
  await widget.email.fill('sam@example.com');
  await widget.submit.click();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  expect(shop.sandbox.events.map(({ variant }) => variant)).toEqual(['2128']);
});

test(
  'the mistake is said at each select without a choice, and the first has the focus',
  AT_LENGTH,
  async ({ openProduct, widget, shop }) => {
    await openProduct('summit-boot');
    await widget.button.click();
    const { colour, size, width } = selectsOf(widget);
    await colour.selectOption('Red');
    await widget.email.fill('sam@example.com');
    await widget.submit.click();
    await expect(size).toBeFocused();
    for (const wrong of [size, width]) {
      await expect(wrong).toHaveAccessibleDescription(DEFAULT_TEXTS.variantMissing);
    }
    await expect(colour).toHaveAttribute('aria-invalid', 'false');
    await expect(colour).toHaveAccessibleDescription('');
    await expect(widget.dialog.getByText(DEFAULT_TEXTS.variantMissing)).toHaveCount(2);
    await size.selectOption('42');
    await expect(size).toHaveAccessibleDescription('');
    await widget.submit.click();
    await expect(width).toHaveAccessibleDescription(DEFAULT_TEXTS.variantMissing);
    expect(listPosts(shop.sandbox)).toEqual([]);
  },
);

test(
  'a short list stays one list, and so does what the page leaves of a long one',
  AT_LENGTH,
  async ({ page, openPage: open, widget }) => {
    await open('/shop/trail-runner');
    await widget.button.click();
    await expect(widget.variant).toHaveCount(1);
    await open('/shop/summit-boot', { color: '49' });
    await expect(page.locator('[data-option-selected]')).toHaveCount(1);
    await widget.button.click();
    expect(await widget.offers()).toEqual(
      ['42', '43'].flatMap((size) =>
        ['Narrow', 'Regular', 'Wide'].map((width) => `Red / ${size} / ${width}`),
      ),
    );
  },
);

test(
  'the choice is there again when the form is opened again',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await openProduct('summit-boot');
    await widget.button.click();
    const { colour, size } = selectsOf(widget);
    await size.selectOption('41');
    await page.keyboard.press('Escape');
    await expect(widget.dialog).toHaveCount(0);
    await widget.button.click();
    expect(await readChoice(page)).toEqual([PROMPT, '41', PROMPT]);
    await colour.selectOption('Blue');
    expect(await readChoice(page)).toEqual(['Blue', '41', 'Narrow']);
    await page.keyboard.press('Escape');
    await expect(widget.dialog).toHaveCount(0);
    await widget.button.click();
    expect(await readChoice(page)).toEqual(['Blue', '41', 'Narrow']);
  },
);

for (const how of ['replace', 'rewrite', 'accompany'] as const) {
  test(`a page translator changes no choice: ${how}`, AT_LENGTH, async ({ page, shop, widget }) => {
    await openPage(page, shop, '/shop/summit-boot', { csp: 'strict' });
    await widget.button.click();
    await translateForm(page, how);
    const selects = widget.dialog.getByRole('combobox');
    await selects.nth(1).selectOption('167');
    await selects.nth(0).selectOption('51');
    await widget.email.fill('sam@example.com');
    await translateForm(page, how);
    await widget.submit.click();
    await expect(widget.status).toContainText(DEFAULT_TEXTS.success);
    expect(shop.sandbox.events.map(({ variant }) => variant)).toEqual(['2128']);
  });
}

test(
  'what is filled in without an event, or does not fit, is what counts',
  AT_LENGTH,
  async ({ openProduct, widget, shop }) => {
    await openProduct('summit-boot');
    await widget.button.click();
    const { colour, size } = selectsOf(widget);
    const set = (select: typeof colour, value: string) =>
      select.evaluate((element, id) => {
        (element as HTMLSelectElement).value = id;
      }, value);
    await set(colour, '50');
    await set(size, '168');
    await widget.email.fill('sam@example.com');
    await set(colour, '51');
    await set(size, '169');
    await widget.submit.click();
    // Blue / 43 is not sold out.
    await expect(colour).toHaveAccessibleDescription(DEFAULT_TEXTS.variantMissing);
    expect(listPosts(shop.sandbox)).toEqual([]);
    await set(colour, '50');
    await widget.submit.click();
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    expect(shop.sandbox.events.map(({ variant }) => variant)).toEqual(['2124']);
  },
);

test(
  'thousands of sold-out variants are as many options as the attributes have',
  AT_LENGTH,
  async ({ page, openProduct, widget, shop }) => {
    await openProduct('camp-lantern', { way: 'none' });
    await page.evaluate(
      async ([address, endpoint]) => {
        const counts = [20, 25, 10];
        const attributes = counts.map((_, id) => ({ id, code: `code${id}`, label: `Label ${id}` }));
        const variants = Array.from({ length: 5000 }, (_, id) => ({
          id: 10_000 + id,
          salable: false,
          options: Object.fromEntries(
            [id % 20, Math.floor(id / 20) % 25, Math.floor(id / 500)].map((option, attribute) => [
              attribute,
              { id: option + 1, label: `Option ${option + 1}` },
            ]),
          ),
        }));
        const product = { id: 1, name: 'Many', type: 'configurable', attributes, variants };
        const { init } = await import(address);
        init({ apiKey: 'DEMO01', endpoint, store: '1', product });
      },
      [`${shop.origin}/dist/back-in-stock.mjs`, shop.endpoint] as const,
    );
    await widget.button.click();
    await expect(widget.dialog.getByRole('combobox')).toHaveCount(3);
    await expect(widget.dialog.locator('option')).toHaveCount(20 + 25 + 10 + 3);
    for (const [place, option] of ['Option 20', 'Option 25', 'Option 10'].entries()) {
      await widget.dialog.getByRole('combobox').nth(place).selectOption(option);
    }
    await widget.email.fill('sam@example.com');
    await widget.submit.click();
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    expect(listPosts(shop.sandbox).map(({ body }) => body)).toEqual([
      'a=DEMO01&email=sam%40example.com&variant=14999&platform=magento_two&store=1',
    ]);
  },
);
