import type { Locator, Request } from '@playwright/test';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, type Page, takeComplaints, test } from './fixtures.ts';
import { openPage } from './open-page.ts';
import { TRIGGER_NAME } from './widget.ts';

const LISTING = { options: { listing: true } };

const EMAIL = 'sam@example.com';

/** What the catalogue has that is sold out as a whole. */
const SOLD_OUT = [
  'Storm Shell',
  'Camp Lantern',
  'Screen Printing Workshop',
  'The Mending Guide (e-book)',
  'Field Kettle',
  'Weekend Bundle',
  'Evening Set',
];

const tile = (page: Page, name: string): Locator =>
  page.locator('.product-item').filter({ has: page.getByRole('link', { name, exact: true }) });

/** The button of a tile, also once a shopper has asked for what it offers. */
const buttonIn = (area: Locator): Locator => area.getByRole('button', { name: TRIGGER_NAME });

/** What is wrong with the buttons of the tiles: those that lack theirs, and those that have one too many. */
const findWrongTiles = (page: Page): Promise<string[]> =>
  page.locator('.product-item').evaluateAll((all) =>
    all
      .filter((item) => {
        const wanted = item.querySelector('.stock.unavailable') ? 1 : 0;
        return item.querySelectorAll('.back-in-stock').length !== wanted;
      })
      .map((item) => item.querySelector('.product-item-link')?.textContent ?? ''),
  );

async function expectButtons(page: Page): Promise<void> {
  await expect.poll(() => findWrongTiles(page)).toEqual([]);
  const labels = page.locator('.product-item .stock.unavailable');
  await expect(page.locator('.back-in-stock')).toHaveCount(await labels.count());
}

/** Keeps every question to GraphQL from now on. */
function recordQuestions(page: Page): string[] {
  const questions: string[] = [];
  page.on('request', (request: Request) => {
    if (request.url().endsWith('/graphql')) questions.push(request.postData() ?? '');
  });
  return questions;
}

for (const way of ['script', 'requirejs', 'esm']) {
  test(
    `${way}: every sold-out tile has a button, and nobody is asked before it is pressed`,
    atLengthUnless(way === 'script'),
    async ({ page, shop }) => {
      const questions = recordQuestions(page);
      await openPage(page, shop, '/category/all', { ...LISTING, way });
      await expectButtons(page);
      for (const name of SOLD_OUT) await expect(buttonIn(tile(page, name))).toHaveCount(1);
      await expect(page.locator('.back-in-stock')).toHaveCount(SOLD_OUT.length);
      expect(questions).toEqual([]);
    },
  );
}

for (const { path, names } of [
  { path: '/catalogsearch/result/', names: ['Camp Lantern'] },
  // Related products, which Hyvä gives labels.
  { path: '/hyva/crew-tee', names: ['Storm Shell', 'Camp Lantern'] },
]) {
  test(`${path}: the sold-out tiles have buttons`, AT_LENGTH, async ({ page, shop }) => {
    await openPage(page, shop, path, { ...LISTING, q: 'camp' });
    await expectButtons(page);
    for (const name of names) await expect(buttonIn(tile(page, name))).toHaveCount(1);
    await expect(page.locator('.back-in-stock')).toHaveCount(names.length);
  });
}

test(
  "Luma's related products have no label that says whether they are sold out: they have no button",
  AT_LENGTH,
  async ({ page, shop }) => {
    await openPage(page, shop, '/shop/trail-runner', LISTING);
    // Its choice is not complete, so its own trigger is the hint.
    await expect(page.locator('.product-info-main .back-in-stock button')).toBeVisible();
    await expect(tile(page, 'Storm Shell')).toBeVisible();
    await expect(page.locator('.product-item .back-in-stock')).toHaveCount(0);
  },
);

test('a product page: its own button and those of its related products do not mix', async ({
  page,
  shop,
  widget,
}) => {
  await openPage(page, shop, '/hyva/trail-runner', LISTING);
  await expect(buttonIn(tile(page, 'Storm Shell'))).toHaveCount(1);
  // Its choice is not complete, so its own trigger is the hint.
  await page.locator('.buy-row + .back-in-stock button').click();
  await expect(widget.dialog).toHaveAccessibleName('Trail Runner 2');
  expect(await widget.offers()).toHaveLength(5);
  await widget.close.click();
  await buttonIn(tile(page, 'Camp Lantern')).click();
  await expect(widget.dialog).toHaveAccessibleName('Camp Lantern');
  await expect(widget.variant).toHaveCount(0);
});

const PRESSED = [
  { name: 'Camp Lantern', offers: [], variant: '2045' },
  {
    name: 'Storm Shell',
    offers: ['Green / S', 'Green / M', 'Green / L', 'Blue / S', 'Blue / M', 'Blue / L'],
    variant: '2042',
  },
  { name: 'Weekend Bundle', offers: [], variant: '2051' },
  { name: 'Evening Set', offers: ['Camp Lantern', 'Field Kettle'], variant: '2048' },
];

for (const data of ['none', 'tag']) {
  for (const { name, offers, variant } of PRESSED) {
    test(
      `data=${data}, ${name}: the button of the tile subscribes to what is sold out of it`,
      atLengthUnless(data === 'none' && name === 'Storm Shell'),
      async ({ page, shop, widget }) => {
        const questions = recordQuestions(page);
        await openPage(page, shop, '/category/all', { ...LISTING, data });
        const button = buttonIn(tile(page, name));
        await button.click();
        await expect(widget.dialog).toHaveAccessibleName(name);
        if (offers.length) {
          expect(await widget.offers()).toEqual(offers);
          await widget.variant.selectOption(offers.at(-1) ?? '');
        } else await expect(widget.variant).toHaveCount(0);
        await widget.email.fill(EMAIL);
        await widget.submit.click();
        await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
        expect(shop.sandbox.requests.map(({ body }) => body)).toEqual([
          `a=DEMO01&email=sam%40example.com&variant=${variant}&platform=magento_two&store=1`,
        ]);
        await widget.submit.click();
        await expect(button).toBeFocused();

        await button.click();
        await expect(widget.dialog).toHaveAccessibleName(name);
        expect(questions).toHaveLength(data === 'tag' ? 0 : 1);
      },
    );
  }
}

test(
  'data=tag with checkStock: nobody is asked about tiles that nobody has pressed',
  AT_LENGTH,
  async ({ page, shop }) => {
    const questions = recordQuestions(page);
    const options = { listing: true, checkStock: true };
    await openPage(page, shop, '/category/all', { options, data: 'tag' });
    await expectButtons(page);
    expect(questions).toEqual([]);
  },
);

test('the button says that it is busy while GraphQL is asked', async ({ page, shop, widget }) => {
  await openPage(page, shop, '/category/all', { ...LISTING, graphql: 'slow' });
  const button = tile(page, 'Camp Lantern').locator('.back-in-stock button');
  await expect(button).toHaveText(DEFAULT_TEXTS.trigger);
  await button.click();
  await expect(button).toHaveText(DEFAULT_TEXTS.sending);
  await expect(widget.dialog).toHaveAccessibleName('Camp Lantern');
  await expect(button).toHaveText(DEFAULT_TEXTS.trigger);
});

test(
  "GraphQL that fails: the shopper is led to the product's page",
  AT_LENGTH,
  async ({ page, shop, complaints }) => {
    await openPage(page, shop, '/category/all', { ...LISTING, graphql: '500' });
    await buttonIn(tile(page, 'Storm Shell')).click();
    await page.waitForURL(/\/shop\/storm-shell/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Storm Shell');
    await takeComplaints(complaints, ['500', 'GraphQL does not know product 2043']);
  },
);

test(
  'GraphQL that never answers: the page follows when the time is over',
  AT_LENGTH,
  async ({ page, shop, complaints }) => {
    const options = { listing: true, timeout: 1000 };
    await openPage(page, shop, '/category/all', { options, graphql: 'hang' });
    await buttonIn(tile(page, 'Storm Shell')).click();
    await page.waitForURL(/\/shop\/storm-shell/);
    await takeComplaints(complaints, ['GraphQL does not know product 2043: timeout']);
  },
);

test('Load more: new tiles get their buttons, the others keep theirs', async ({
  page,
  shop,
  widget,
}) => {
  await openPage(page, shop, '/category/all', { ...LISTING, tiles: '20' });
  await expectButtons(page);
  const first = await page.locator('.back-in-stock').first().elementHandle();
  await page.getByRole('button', { name: 'Load more' }).click();
  await expect(page.locator('.product-item')).toHaveCount(40);
  await expectButtons(page);
  expect(await first?.evaluate((element) => element.isConnected)).toBe(true);
  const last = page
    .locator('.product-item')
    .filter({ has: page.locator('.back-in-stock') })
    .last();
  const name = await last.locator('.product-item-link').textContent();
  await buttonIn(last).click();
  await expect(widget.dialog).toHaveAccessibleName(name ?? '');
});

test(
  'infinite scroll: the tiles that come have their buttons',
  AT_LENGTH,
  async ({ page, shop }) => {
    await openPage(page, shop, '/category/all', { ...LISTING, tiles: '20', scroll: 'infinite' });
    for (const count of [21, 41]) {
      await page.locator('.load-more').scrollIntoViewIfNeeded();
      await expect.poll(() => page.locator('.product-item').count()).toBeGreaterThanOrEqual(count);
    }
    await expectButtons(page);
  },
);

test('a filter: the new list has its buttons, and the old one is left without any', async ({
  page,
  shop,
}) => {
  await openPage(page, shop, '/category/all', LISTING);
  await expectButtons(page);
  const old = await page.locator('.products-grid').elementHandle();
  await page.getByRole('link', { name: '$0.00 - $49.99' }).click();
  await expect(tile(page, 'Storm Shell')).toHaveCount(0);
  await expectButtons(page);
  await expect(buttonIn(tile(page, 'Camp Lantern'))).toHaveCount(1);
  const left = () => old?.evaluate((grid) => grid.querySelectorAll('.back-in-stock').length);
  await expect.poll(left).toBe(0);
  await page.goBack();
  await expect(buttonIn(tile(page, 'Storm Shell'))).toHaveCount(1);
  await expectButtons(page);
});
