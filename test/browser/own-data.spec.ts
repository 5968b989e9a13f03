import type { ProductData } from '../../src/product/product-data.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, type Page, takeComplaints, test } from './fixtures.ts';
import { recordQuestions } from './graphql-questions.ts';
import { expectNothingOffered, openByHandle } from './readiness.ts';
import { getRunningHandle } from './running-handle.ts';
import { subscribeByButton } from './subscription.ts';

const RUNNER = {
  offered: ['Red / 42', 'Blue / 40', 'Blue / 41', 'Blue / 42', 'Blue / 43'],
  label: 'Blue / 41',
  variant: '2010',
};

for (const way of ['script-init', 'require', 'esm']) {
  for (const product of ['object', 'function']) {
    test(
      `${way}, ${product}: offered and subscribed to, byte for byte, also on the next page`,
      atLengthUnless(way === 'esm' && product === 'function'),
      async ({ page, openPage, widget, shop }) => {
        const questions = recordQuestions(page);
        await openPage('/headless/trail-runner', { way, product });
        await subscribeByButton(widget, shop, RUNNER);
        await widget.submit.click();

        // The storefront changes its page without loading it anew.
        shop.sandbox.reset();
        await page.getByRole('link', { name: 'Set', exact: true }).click();
        await expect(page.getByRole('heading', { name: 'Campsite Set' })).toBeVisible();
        await subscribeByButton(widget, shop, {
          offered: ['Camp Lantern', 'Field Kettle'],
          label: 'Field Kettle',
          variant: '2048',
        });
        expect(questions).toEqual([]);
      },
    );
  }
}

for (const { name, ...choice } of [
  { name: 'camp-lantern', offered: [], variant: '2045' },
  { name: 'weekend-bundle', offered: [], variant: '2051' },
  {
    name: 'storm-shell',
    offered: ['Green / S', 'Green / M', 'Green / L', 'Blue / S', 'Blue / M', 'Blue / L'],
    label: 'Green / L',
    variant: '2039',
  },
]) {
  test(
    `${name}: offered and subscribed to`,
    atLengthUnless(name === 'storm-shell'),
    async ({ openPage, widget, shop }) => {
      await openPage(`/headless/${name}`);
      await subscribeByButton(widget, shop, choice);
    },
  );
}

test('nothing sold out, nothing offered', AT_LENGTH, async ({ page, openPage }) => {
  for (const name of ['crew-tee', 'enamel-mug']) {
    await openPage(`/headless/${name}`, { product: 'function' });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNothingOffered(page);
  }
});

for (const product of ['object', 'function']) {
  test(
    `${product}: select() says what is chosen`,
    AT_LENGTH,
    async ({ page, openPage, widget, shop }) => {
      await openPage('/headless/trail-runner', { product });
      await expect(widget.button).toBeVisible();
      const handle = await getRunningHandle(page);
      const select = (id?: string) =>
        handle.evaluate((running, wanted) => running.select(wanted), id);

      await select('2001');
      await expect(widget.button).toHaveCount(0);
      for (const id of [undefined, 'nothing', '2013']) {
        await select('2001');
        await select(id);
        await widget.button.click();
        expect(await widget.offers(), `after select(${id})`).toEqual(RUNNER.offered);
        await page.keyboard.press('Escape');
      }

      await select('2003');
      await widget.button.click();
      await expect(widget.chosen).toHaveText(['Red', '42']);
      await page.keyboard.press('Escape');
      await select('2012');
      await subscribeByButton(widget, shop, { offered: [], variant: '2012' });
      await expect(widget.chosen).toHaveText(['Blue', '43']);
    },
  );
}

test('the storefront’s own choice is followed', async ({ page, openPage, widget, shop }) => {
  await openPage('/headless/trail-runner');
  const option = (name: string) => page.getByRole('button', { name, exact: true });
  await option('Red').click();
  await option('41').click();
  await expect(widget.button).toHaveCount(0);
  await option('42').click();
  await subscribeByButton(widget, shop, { offered: [], variant: '2003' });
});

/** A page about a product that only the test gives to the widget. */
async function startWith(
  page: Page,
  endpoint: string,
  // What is malformed has no type.
  product: unknown,
): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.addScriptTag({ url: '/dist/back-in-stock.js' });
  await page.evaluate(
    ([address, given]) => {
      // Told at every reading; a function is asked for it each time.
      const data = { current: given };
      Object.assign(window, { data });
      const read = () => {
        if (data.current === 'throw') throw new Error('The storefront is not ready.');
        return data.current;
      };
      Reflect.get(window, 'BackInStock').init({
        apiKey: 'DEMO01',
        store: '1',
        endpoint: address,
        product: read,
      });
    },
    [endpoint, product] as const,
  );
}

const setData = (page: Page, product: unknown) =>
  page.evaluate((given) => {
    Reflect.get(window, 'data').current = given;
  }, product);

const LAMP: ProductData = {
  id: '71',
  name: 'Reading Lamp',
  type: 'configurable',
  attributes: [{ id: 5, code: 'shade', label: 'Shade' }],
  variants: [
    { id: 2009, options: { 5: { id: 1, label: 'Linen' } }, salable: false },
    { id: 2010, options: { 5: { id: 2, label: 'Paper' } }, salable: true },
  ],
};

test(
  'refresh() reads data that has changed',
  AT_LENGTH,
  async ({ page, openPage, widget, shop }) => {
    await openPage('/headless/trail-runner', { way: 'none' });
    await startWith(page, shop.endpoint, LAMP);
    await widget.button.click();
    await expect(widget.dialog).toHaveAccessibleName('Reading Lamp');
    await expect(widget.dialog.getByText('Linen', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');

    const handle = await getRunningHandle(page);
    const change = async (product: unknown) => {
      await setData(page, product);
      await handle.evaluate((running) => running.refresh());
    };
    await change({ ...LAMP, variants: LAMP.variants.map((it) => ({ ...it, salable: true })) });
    await expect(widget.button).toHaveCount(0);
    await change({ ...LAMP, variants: LAMP.variants.map((it) => ({ ...it, salable: false })) });
    await subscribeByButton(widget, shop, {
      offered: ['Linen', 'Paper'],
      label: 'Paper',
      variant: '2010',
    });
    await page.keyboard.press('Escape');
    await change(null);
    await expect(widget.button).toHaveCount(0);
  },
);

for (const { name, product, message } of [
  { name: 'no variants', product: { id: 1, name: 'Lamp', type: 'simple' }, message: 'variants' },
  {
    name: 'salable as a text',
    product: { id: 1, name: 'Lamp', type: 'simple', variants: [{ id: 1, salable: 'no' }] },
    message: 'salable must be true or false',
  },
  {
    name: 'no name',
    product: { id: 1, type: 'simple', variants: [{ id: 1, salable: false }] },
    message: 'name is missing',
  },
  { name: 'a function that throws', product: 'throw', message: 'The storefront is not ready.' },
]) {
  test(
    `malformed, ${name}: logged once, and put right by refresh()`,
    atLengthUnless(name === 'no variants'),
    async ({ page, openPage, widget, shop, complaints }) => {
      await openPage('/headless/trail-runner', { way: 'none' });
      await startWith(page, shop.endpoint, product);
      await expectNothingOffered(page);
      await takeComplaints(complaints, [message]);
      const handle = await getRunningHandle(page);
      await handle.evaluate((running) => running.refresh());
      await expectNothingOffered(page);

      await setData(page, LAMP);
      await handle.evaluate((running) => running.refresh());
      expect(await openByHandle(page, '2009')).toBe(true);
      await expect(widget.dialog).toHaveAccessibleName('Reading Lamp');
    },
  );
}

test(
  'on a page of Magento’s a malformed product is logged once, and the page is read',
  AT_LENGTH,
  async ({ openProduct, widget, complaints }) => {
    const options = JSON.stringify({ product: { id: 1 } });
    await openProduct('everyday-hoodie', { options, way: 'script-json' });
    await takeComplaints(complaints, ['product: attributes and variants must be lists']);
    await widget.button.click();
    expect(await widget.offers()).toEqual(['Red / Wool', 'Green / Cotton']);
  },
);

for (const way of ['script-init', 'require', 'esm']) {
  test(
    `own theme, ${way}: the button follows the theme's own choice`,
    atLengthUnless(way === 'require'),
    async ({ page, openPage, widget, shop }) => {
      const questions = recordQuestions(page);
      await openPage('/own-theme/trail-runner', { way });
      const option = (name: string) => page.getByRole('button', { name, exact: true });
      await widget.button.click();
      expect(await widget.offers()).toEqual(RUNNER.offered);
      await page.keyboard.press('Escape');

      await option('42').click();
      await widget.button.click();
      expect(await widget.offers()).toEqual(['Red / 42', 'Blue / 42']);
      await page.keyboard.press('Escape');

      await option('Green').click();
      await expect(widget.button).toHaveCount(0);
      await option('Blue').click();
      await subscribeByButton(widget, shop, { offered: [], variant: '2011' });
      expect(questions).toEqual([]);
    },
  );
}

test(
  'own theme: what is sold out as a whole, and what is not',
  AT_LENGTH,
  async ({ page, openPage, widget, shop }) => {
    await openPage('/own-theme/camp-lantern');
    await subscribeByButton(widget, shop, { offered: [], variant: '2045' });
    await openPage('/own-theme/storm-shell');
    await widget.button.click();
    expect(await widget.offers()).toHaveLength(6);
    await openPage('/own-theme/crew-tee');
    await expectNothingOffered(page);
  },
);
