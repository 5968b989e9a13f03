import { findProduct } from '../../demo/catalogue/catalogue.ts';
import { describeProduct } from '../../demo/catalogue/product-data.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, type Page, takeComplaints, test } from './fixtures.ts';
import { recordQuestions } from './graphql-questions.ts';
import { ALL_SOLD_OUT_KINDS, KINDS, PARTLY_SOLD_OUT_KINDS } from './kinds.ts';
import { expectNothingOffered, waitForOptions } from './readiness.ts';
import { subscribeByButton, subscribeInModal } from './subscription.ts';
import { readViolations, recordViolations } from './violations.ts';

/** The module's tag on a page that itself shows nothing sold out. */
const HIDDEN = { data: 'tag', stock: 'hidden' };

/** Puts more into the pages to come, at the end of the body. */
async function addToPages(page: Page, markup: string): Promise<void> {
  await page.route('**/shop/*', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('</main>', `</main>${markup}`);
    await route.fulfill({ response, body });
  });
}

const printTag = (content: string) =>
  `<script type="application/json" data-back-in-stock-product>${content}</script>`;

function printTagOf(name: string): string {
  const product = findProduct(name);
  if (!product) throw new Error(`There is no product ${name}.`);
  return printTag(JSON.stringify(describeProduct(product)));
}

for (const { theme, way, kinds } of [
  { theme: 'shop', way: 'script', kinds: KINDS },
  { theme: 'shop', way: 'requirejs', kinds: [...PARTLY_SOLD_OUT_KINDS, ...ALL_SOLD_OUT_KINDS] },
  { theme: 'shop', way: 'esm', kinds: [...PARTLY_SOLD_OUT_KINDS, ...ALL_SOLD_OUT_KINDS] },
  { theme: 'hyva', way: 'script', kinds: KINDS },
  { theme: 'hyva-csp', way: 'script', kinds: KINDS },
]) {
  test(
    `${theme}, ${way}: of each kind what the page does not print is offered and subscribed to`,
    AT_LENGTH,
    async ({ page, openPage, widget, shop }) => {
      const questions = recordQuestions(page);
      for (const { kind, page: name, ...choice } of kinds) {
        await test.step(kind, async () => {
          shop.sandbox.reset();
          await openPage(`/${theme}/${name}`, { ...HIDDEN, way });
          await subscribeByButton(widget, shop, choice);
        });
      }
      expect(questions).toEqual([]);
    },
  );
}

test('no button for what the data says is in stock', AT_LENGTH, async ({ page, openPage }) => {
  for (const path of ['/shop/crew-tee', '/shop/enamel-mug', '/hyva/crew-tee']) {
    await openPage(path, HIDDEN);
    await expectNothingOffered(page);
  }
});

test(
  'swatches: the choice on the page narrows the offer',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await openProduct('trail-runner', HIDDEN);
    await waitForOptions(page);
    await page.getByRole('option', { name: '42', exact: true }).click();
    await widget.button.click();
    expect(await widget.offers()).toEqual(['Red / 42', 'Blue / 42']);
    await page.keyboard.press('Escape');

    await page.getByRole('option', { name: '42', exact: true }).click();
    await page.getByRole('option', { name: 'Green', exact: true }).click();
    await expect(widget.button).toHaveCount(0);
  },
);

test(
  'dropdowns: the choice on the page narrows the offer',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await openProduct('harbour-jacket', HIDDEN);
    await waitForOptions(page);
    await page.getByLabel('Fabric').selectOption('171');
    await widget.button.click();
    await expect(widget.chosen).toHaveText(['Cotton', 'Regular']);
    await expect(widget.variant).toHaveCount(0);
  },
);

for (const { theme, choose, swatch } of [
  {
    theme: 'shop',
    choose: (page: Page) => page.getByRole('option', { name: 'Red', exact: true }).click(),
    swatch: (page: Page) => page.getByRole('option', { name: '42, sold out, notify me' }),
  },
  ...['hyva', 'hyva-csp'].map((theme) => ({
    theme,
    choose: (page: Page) => page.locator('label[for="attribute-option-2013-49"]').click(),
    swatch: (page: Page) => page.getByRole('button', { name: '42, sold out, notify me' }),
  })),
]) {
  test(
    `${theme}: a swatch that a choice makes unavailable opens the form with that variant`,
    atLengthUnless(theme === 'shop'),
    async ({ page, openPage, widget, shop }) => {
      await openPage(`/${theme}/trail-runner`, HIDDEN);
      await waitForOptions(page);
      await choose(page);
      await swatch(page).click();
      await expect(widget.variant.getByRole('option', { selected: true })).toHaveText('Red / 42');
      await subscribeInModal(widget, shop, { offered: ['Red / 42', 'Blue / 42'], variant: '2003' });
      // The swatch chose nothing in the shop.
      await page.keyboard.press('Escape');
      await widget.button.click();
      await expect(widget.chosen).toHaveText(['Red', '42']);
    },
  );
}

for (const { data, message } of [
  { data: 'broken', message: 'data-back-in-stock-product: SyntaxError' },
  { data: 'wrong', message: 'data-back-in-stock-product: attributes and variants must be lists' },
]) {
  for (const theme of ['shop', 'hyva']) {
    test(
      `${theme}, ${data} data: logged once, and the next source is used`,
      atLengthUnless(theme === 'hyva' && data === 'broken'),
      async ({ page, openPage, widget, shop, complaints }) => {
        await openPage(`/${theme}/everyday-hoodie`, { data });
        await waitForOptions(page);
        await subscribeByButton(widget, shop, {
          offered: ['Red / Wool', 'Green / Cotton'],
          label: 'Red / Wool',
          variant: '2024',
        });
        await takeComplaints(complaints, [message]);

        // Here the page itself says nothing, so GraphQL is next.
        await openPage(`/${theme}/storm-shell`, { data });
        await widget.button.click();
        expect(await widget.offers()).toHaveLength(6);
        await takeComplaints(complaints, [message]);
      },
    );
  }
}

test('of several tags the one of the page’s product is used', async ({
  page,
  openProduct,
  widget,
}) => {
  await addToPages(page, printTagOf('harbour-jacket') + printTagOf('camp-lantern'));
  await openProduct('everyday-hoodie', HIDDEN);
  await widget.button.click();
  await expect(widget.dialog).toHaveAccessibleName('Everyday Hoodie');
  expect(await widget.offers()).toEqual(['Red / Wool', 'Green / Cotton']);
});

test(
  'tags of other products say nothing about the page',
  AT_LENGTH,
  async ({ page, openProduct }) => {
    await addToPages(page, printTagOf('harbour-jacket') + printTagOf('camp-lantern'));
    for (const name of ['everyday-hoodie', 'enamel-mug']) {
      await openProduct(name, { stock: 'hidden' });
      await expectNothingOffered(page);
    }
  },
);

test(
  'a malformed tag does not keep the others from being used',
  AT_LENGTH,
  async ({ page, openProduct, widget, complaints }) => {
    await addToPages(page, printTag('{"id":'));
    await openProduct('everyday-hoodie', HIDDEN);
    await widget.button.click();
    expect(await widget.offers()).toEqual(['Red / Wool', 'Green / Cotton']);
    await takeComplaints(complaints, ['data-back-in-stock-product: SyntaxError']);
  },
);

for (const theme of ['shop', 'hyva-csp']) {
  test(
    `${theme}: the tag is allowed by the strict policy`,
    AT_LENGTH,
    async ({ page, openPage, widget, shop }) => {
      await recordViolations(page);
      await openPage(`/${theme}/trail-runner`, { ...HIDDEN, csp: 'strict', way: 'script-json' });
      await subscribeByButton(widget, shop, {
        offered: ['Red / 42', 'Blue / 40', 'Blue / 41', 'Blue / 42', 'Blue / 43'],
        label: 'Blue / 40',
        variant: '2009',
      });
      expect(await readViolations(page)).toEqual([]);
    },
  );
}
