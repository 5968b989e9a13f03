import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, takeComplaints, test } from './fixtures.ts';
import { recordQuestions } from './graphql-questions.ts';
import { expectNothingOffered, openByHandle } from './readiness.ts';
import { subscribeByButton } from './subscription.ts';

const settings = (options: object) => ({ options: JSON.stringify(options) });

for (const { name, path, parameters, store } of [
  { name: 'Luma does not print the store, so the shop decides', path: '/shop/', store: undefined },
  { name: 'Hyvä prints its code', path: '/hyva/', store: 'default' },
  {
    name: 'the setting gives its code',
    path: '/shop/',
    parameters: settings({ storeCode: 'de' }),
    store: 'de',
  },
]) {
  test(
    `${name}: one question by SKU to the shop itself`,
    atLengthUnless(store === undefined),
    async ({ page, openPage, widget, shop }) => {
      const questions = recordQuestions(page);
      await openPage(`${path}storm-shell`, parameters);
      await widget.button.click();
      await expect(widget.variant).toBeVisible();
      // What happens on the page afterwards makes no further one.
      await page.keyboard.press('Escape');
      await page.evaluate(() => document.body.append(document.createElement('p')));
      await widget.button.click();
      expect(questions).toEqual([
        {
          method: 'POST',
          url: `${shop.origin}/graphql`,
          store,
          query: expect.stringContaining('products(filter:$filter)'),
          variables: { filter: { sku: { eq: 'SS9' } } },
        },
      ]);
    },
  );
}

test(
  'the parent is neither offered nor sent, and cannot be asked for',
  AT_LENGTH,
  async ({ page, openProduct, widget, shop }) => {
    await openProduct('storm-shell', { way: 'script' });
    await expect(widget.button).toBeVisible();
    const isOpen = await page.evaluate(() =>
      Reflect.get(window, 'BackInStock').init().open('2043'),
    );
    expect(isOpen).toBe(false);
    await widget.button.click();
    const ids = await widget.variant
      .getByRole('option')
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    expect(ids).toEqual(['', '2037', '2038', '2039', '2040', '2041', '2042']);
    // Nothing is sent before one of them is chosen.
    await widget.email.fill('sam@example.com');
    await widget.submit.click();
    await expect(widget.dialog.getByText(DEFAULT_TEXTS.variantMissing)).toBeVisible();
    expect(shop.sandbox.requests).toHaveLength(0);
  },
);

test(
  'one that has come back since is not offered',
  AT_LENGTH,
  async ({ openProduct, widget, shop }) => {
    await openProduct('storm-shell', { restocked: '2037,2038,2039,2040' });
    await subscribeByButton(widget, shop, {
      offered: ['Blue / M', 'Blue / L'],
      label: 'Blue / L',
      variant: '2042',
    });
  },
);

for (const { theme, pages } of [
  {
    theme: '/shop/',
    pages: ['crew-tee', 'trail-runner', 'campsite-set', 'enamel-mug', 'camp-lantern'],
  },
  { theme: '/hyva/', pages: ['crew-tee', 'trail-runner'] },
  { theme: '/hyva-csp/', pages: ['harbour-jacket', 'weekend-bundle'] },
]) {
  test(
    `${theme}: where the page prints everything, nothing is asked`,
    AT_LENGTH,
    async ({ page, openPage }) => {
      const questions = recordQuestions(page);
      for (const name of pages) {
        await openPage(theme + name);
        await openByHandle(page);
        expect(questions, name).toEqual([]);
      }
    },
  );
}

for (const { mode, reason, failedLoad, options } of [
  { mode: 'error', reason: 'Internal server error' },
  { mode: '500', reason: 'Internal server error', failedLoad: ['Failed to load resource'] },
  { mode: 'html', reason: 'product 2043: SyntaxError' },
  { mode: 'hang', reason: 'product 2043: timeout', options: { timeout: 1000 } },
]) {
  test(
    `GraphQL in trouble (${mode}): no button, one reason in the console, nothing sent`,
    atLengthUnless(mode === 'html'),
    async ({ page, openProduct, widget, shop, complaints }) => {
      const questions = recordQuestions(page);
      await openProduct('storm-shell', { graphql: mode, ...settings(options ?? {}) });
      await takeComplaints(complaints, [...(failedLoad ?? []), reason]);
      await expectNothingOffered(page);
      await expect(widget.button).toHaveCount(0);
      expect(questions).toHaveLength(1);
      expect(shop.sandbox.requests).toHaveLength(0);
    },
  );
}

test(
  'a store view that does not exist: the reason is what the shop says',
  AT_LENGTH,
  async ({ page, openProduct, complaints }) => {
    await openProduct('storm-shell', settings({ storeCode: 'nowhere' }));
    await takeComplaints(complaints, ['Failed to load resource', 'Requested store is not found']);
    await expectNothingOffered(page);
  },
);

test(
  "another origin's `graphql` is a mistake of the merchant, and is not asked",
  AT_LENGTH,
  async ({ page, openProduct, complaints }) => {
    const questions = recordQuestions(page);
    await openProduct('storm-shell', settings({ graphql: 'https://elsewhere.example/graphql' }));
    await takeComplaints(complaints, [
      'graphql cannot be "https://elsewhere.example/graphql". Give an address of this shop.',
    ]);
    await expectNothingOffered(page);
    expect(questions).toEqual([]);
  },
);

for (const path of ['/shop/storm-shell', '/hyva/storm-shell']) {
  test(
    `${path}, a slow answer: the button comes with it, and nothing above it moves`,
    atLengthUnless(path.startsWith('/hyva')),
    async ({ page, openPage, widget }) => {
      const answered = page.waitForResponse('**/graphql');
      await openPage(path, { graphql: 'slow' });
      const title = page.locator('h1');
      const before = await title.boundingBox();
      await expect(page.getByText('Out of stock').first()).toBeVisible();
      await expect(widget.button).toHaveCount(0);

      await answered;
      await expect(widget.button).toBeVisible();
      expect(await title.boundingBox()).toEqual(before);
      const column = await page
        .locator('.product-info-main, .product-view .product-info')
        .boundingBox();
      const button = await widget.button.boundingBox();
      if (!column || !button) throw new Error('The button is not drawn.');
      expect(button.x).toBeGreaterThanOrEqual(column.x);
      expect(button.x + button.width).toBeLessThanOrEqual(column.x + column.width);
      // The page has not become wider than the window.
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await widget.button.click();
      expect(await widget.offers()).toHaveLength(6);
    },
  );
}
