import AxeBuilder from '@axe-core/playwright';
import { SANDBOX_MODES } from '../../demo/sandbox/modes.ts';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, type Page, takeComplaints, test } from './fixtures.ts';
import { expectNothingOffered } from './readiness.ts';
import { createWidget } from './widget.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test.beforeEach(async ({ page, shop }) => {
  shop.sandbox.reset();
  await page.goto(shop.origin);
});

test('lists pages that are all there, and shows the first', async ({ page, shop }) => {
  const links = page.getByRole('navigation', { name: 'Product pages' }).getByRole('link');
  expect(await links.count()).toBeGreaterThan(10);
  for (const address of await links.evaluateAll((all) =>
    all.map((link) => Reflect.get(link, 'href')),
  )) {
    const response = await page.request.get(address);
    expect(response.status(), address).toBe(200);
    expect(address.startsWith(`${shop.origin}/`), address).toBe(true);
  }
  const heading = page.frameLocator('iframe').getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Trail Runner 2');
});

test('a subscription is seen in the panel, as it was sent and answered', async ({ page, shop }) => {
  const widget = createWidget(page.frameLocator('iframe'));
  await page.getByRole('link', { name: 'Camp Lantern A simple product' }).click();
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveText(
    'Camp Lantern',
  );
  await widget.subscribe('sam+demo@example.com');
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  const panel = page.getByRole('region', { name: 'What Klaviyo receives' });
  await expect(panel.getByText(shop.sandbox.requests[0]?.body ?? 'no request')).toBeVisible();
  await expect(panel.locator('.request-body')).toHaveText(
    'a=DEMO01&email=sam%2Bdemo%40example.com&variant=2045&platform=magento_two&store=1',
  );
  await expect(panel.getByRole('row', { name: 'variant 2045' })).toBeVisible();
  await expect(panel.locator('.request-status')).toHaveText('HTTP 200');
  await expect(panel.locator('.request-answer')).toHaveText(
    '{"email": "sam+demo@example.com", "success": true}',
  );
  await expect(panel.getByText('Subscribed to Back in Stock event created')).toBeVisible();

  await panel.getByRole('button', { name: 'Reset' }).click();
  await expect(panel.locator('.request')).toHaveCount(0);
  await expect(panel.getByRole('status')).toContainText('No request yet');
  expect(shop.sandbox.requests).toHaveLength(0);
  expect(shop.sandbox.events).toHaveLength(0);
});

for (const { way, mark } of [
  { way: 'RequireJS (x-magento-init)', mark: 'script[data-requiremodule="js/back-in-stock.amd"]' },
  { way: 'ES module', mark: 'script[src="/static/ways/import-module.js"]' },
  { way: 'Script tag', mark: 'script[src="/dist/back-in-stock.js"][data-api-key]' },
  { way: 'Magento module', mark: 'script[defer][src$="/js/back-in-stock.min.js"]' },
]) {
  test(`the way of use can be switched: ${way}`, AT_LENGTH, async ({ page }) => {
    const frame = page.frameLocator('iframe');
    const control = page.getByLabel('Way of use');
    await control.selectOption('Without the widget');
    await expect(frame.locator('[data-rendered=true]')).toBeAttached();
    await expect(frame.locator('.back-in-stock')).toHaveCount(0);
    await control.selectOption(way);
    await expect(frame.locator(mark)).toBeAttached();
    await expect(createWidget(frame).button).toBeVisible();
  });
}

test(
  'the stock setting can be switched, and the page says what to expect',
  AT_LENGTH,
  async ({ page }) => {
    const frame = page.frameLocator('iframe');
    const { button } = createWidget(frame);
    const expectation = page.locator('.expectation p');
    await expect(button).toBeVisible();
    await expect(expectation).toContainText('Red / 42 is sold out');
    await page.getByText('Hidden', { exact: true }).click();
    await expect(expectation).toContainText('no button');
    await expect(frame.locator('[data-rendered=true]')).toBeAttached();
    await expect(button).toHaveCount(0);
    await page.getByText('Shown', { exact: true }).click();
    await expect(button).toBeVisible();
  },
);

test(
  'with the module the product data come by themselves, and what is chosen for other ways stays',
  AT_LENGTH,
  async ({ page, complaints }) => {
    const { button } = createWidget(page.frameLocator('iframe'));
    const data = page.getByLabel('Product data on the page');
    const expectation = page.locator('.expectation p');
    await data.selectOption('Breaks off');
    await takeComplaints(complaints, ['data-back-in-stock-product: SyntaxError']);
    await page.getByLabel('Way of use').selectOption('Magento module');
    await expect(data).toHaveValue('tag');
    await expect(data).toBeDisabled();
    await page.getByText('Hidden', { exact: true }).click();
    await expect(expectation).toContainText('the form offers them');
    await expect(button).toBeVisible();
    await page.getByLabel('Way of use').selectOption('Without the widget');
    await expect(data).toHaveValue('broken');
    await expect(data).toBeEnabled();
  },
);

test(
  'the controls show what a page of the module says itself, and give back what was chosen',
  AT_LENGTH,
  async ({ page }) => {
    const way = page.getByLabel('Way of use');
    const stock = page.getByRole('group', { name: 'Out-of-stock products' }).getByRole('radio');
    const expectation = page.locator('.expectation p');
    await way.selectOption('ES module');
    await page
      .getByRole('link', { name: 'Campsite Set as the module prints it, in Hyvä', exact: true })
      .press('Enter');
    await expect(expectation).toHaveText(
      'Campsite Set as the module prints it, in Hyvä: A grouped product. Magento hides the lantern and the kettle: the form offers those two.',
    );
    for (const control of [way, ...(await stock.all())]) await expect(control).toBeDisabled();
    await expect(way).toHaveValue('module');
    await expect(stock.and(page.locator('[value=hidden]'))).toBeChecked();
    // The others are described together with what was chosen.
    await expect(page.getByRole('link', { name: 'Storm Shell' }).first()).toContainText('GraphQL');

    await page.getByLabel('Transport').selectOption('Relay of the shop');
    await expect.poll(() => frameOptions(page)).toEqual({ api: 'relay' });
    await page.getByRole('link', { name: 'Crew Tee' }).press('Enter');
    await expect(expectation).toContainText('Crew Tee');
    await expect(way).toHaveValue('esm');
    await expect(way).toBeEnabled();
    await expect(stock.and(page.locator('[value=shown]'))).toBeChecked();
  },
);

test('the answer of Klaviyo can be switched', async ({ page, complaints, shop }) => {
  const widget = createWidget(page.frameLocator('iframe'));
  const mode = page.getByLabel("Klaviyo's answer");
  await mode.selectOption('A field is missing (400)');
  await expect.poll(() => shop.sandbox.mode).toBe('missing');
  await widget.subscribe('sam@example.com', 'Red / 42');
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.fieldMissing.replace('{field}', 'store'));
  await takeComplaints(complaints, ['400']);
  await mode.selectOption('normal');
  await expect.poll(() => shop.sandbox.mode).toBe('normal');
  await widget.submit.click();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  await expect(page.locator('.request')).toHaveCount(2);
});

test('every trouble is in the list once, in groups', AT_LENGTH, async ({ page }) => {
  const mode = page.getByLabel("Klaviyo's answer");
  const values = mode.locator('optgroup > option');
  const listed = await values.evaluateAll((all) => all.map((each) => Reflect.get(each, 'value')));
  expect(listed.toSorted()).toEqual([...SANDBOX_MODES].toSorted());
  await expect(mode).toHaveValue('normal');
});

test('a trouble passes by itself, and the list says so', AT_LENGTH, async ({ page, shop }) => {
  const mode = page.getByLabel("Klaviyo's answer");
  await page.getByLabel('How often').selectOption('Twice');
  await mode.selectOption('Server error (500)');
  await expect.poll(() => shop.sandbox.mode).toBe('500');
  const send = () => page.request.post(shop.endpoint, { form: { a: 'DEMO01' } });
  expect((await send()).status()).toBe(500);
  await expect(page.locator('.request')).toHaveCount(1);
  await expect(mode).toHaveValue('500');
  expect((await send()).status()).toBe(500);
  await expect(mode).toHaveValue('normal');
  expect((await send()).status()).toBe(400);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByLabel('How often')).toHaveValue('');
});

/** Where each transport of the front page sends to, and what the panel shows of it. */
const TRANSPORTS = [
  { transport: 'Front-end request', address: 'sandbox', row: 'variant 2045', status: 'HTTP 200' },
  {
    transport: 'Current client API',
    address: 'sandbox',
    row: 'data.relationships.variant.data.id $magento_two:::$default:::2045',
    status: 'HTTP 202',
  },
  { transport: 'Relay of the shop', address: 'shop', row: 'variant 2045', status: 'HTTP 200' },
] as const;

for (const { transport, address, row, status } of TRANSPORTS) {
  test(
    `the transport can be switched: ${transport}`,
    atLengthUnless(transport === 'Relay of the shop'),
    async ({ page, shop }) => {
      const widget = createWidget(page.frameLocator('iframe'));
      await page.getByRole('link', { name: 'Camp Lantern A simple product' }).click();
      await page.getByLabel('Transport').selectOption(transport);
      await expect(widget.button).toBeVisible();
      await widget.subscribe('sam@example.com');
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      expect(shop.sandbox.events).toMatchObject([{ email: 'sam@example.com', variant: '2045' }]);
      const origin = address === 'shop' ? shop.origin : shop.sandbox.origin;
      expect(shop.sandbox.requests.at(-1)?.url).toContain(`${origin}/`);
      const newest = page.locator('.request').first();
      await expect(newest.getByText('event created')).toBeVisible();
      await expect(newest.getByRole('row', { name: row })).toBeVisible();
      await expect(newest.locator('.request-status')).toHaveText(status);
    },
  );
}

const frameOptions = (page: Page) => {
  const { searchParams } = new URL(page.frame('shop')?.url() ?? '');
  return JSON.parse(searchParams.get('options') ?? '{}');
};

const switchOn = (page: Page, box: string) =>
  page.getByRole('group', { name: box }).getByText('On', { exact: true }).click();

test(
  'boxes can be put into the form, and leave what a page sets itself',
  AT_LENGTH,
  async ({ page }) => {
    const consent = 'I have read the [privacy policy](/privacy).';
    await page.getByRole('link', { name: 'Wrong API key' }).click();
    await expect.poll(() => frameOptions(page)).toEqual({ apiKey: 'WRONG1' });
    await switchOn(page, 'Newsletter box');
    const listed = { apiKey: 'WRONG1', newsletterList: 'DEMOLIST' };
    await expect.poll(() => frameOptions(page)).toEqual(listed);
    await switchOn(page, 'Consent box');
    await page.getByLabel('Transport').selectOption('Relay of the shop');
    await expect
      .poll(() => frameOptions(page))
      .toEqual({ ...listed, api: 'relay', texts: { consent } });
  },
);

test('a newsletter consent is seen in the panel', AT_LENGTH, async ({ page, shop }) => {
  const widget = createWidget(page.frameLocator('iframe'));
  await page.getByLabel('Transport').selectOption('Current client API');
  for (const box of ['Newsletter box', 'Consent box']) {
    await switchOn(page, box);
  }
  await widget.button.click();
  await expect(widget.dialog.getByRole('checkbox')).toHaveCount(2);
  for (const box of await widget.dialog.getByRole('checkbox').all()) await box.check();
  await widget.variant.selectOption('Red / 42');
  await widget.email.fill('sam@example.com');
  await widget.submit.click();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  await expect.poll(() => shop.sandbox.newsletters).toHaveLength(1);
  expect(shop.sandbox.newsletters).toEqual([{ email: 'sam@example.com', list: 'DEMOLIST' }]);
  const recorded = page.locator('.request.is-recorded');
  await expect(recorded).toHaveCount(2);
  await expect(recorded.first()).toContainText('newsletter consent recorded');
  await expect(
    recorded.first().getByRole('row', { name: 'data.relationships.list.data.id DEMOLIST' }),
  ).toBeVisible();
});

test('the privacy policy is a page of the shop', async ({ page, shop }) => {
  await page.goto(`${shop.origin}/privacy`);
  await expect(page.getByRole('heading', { name: 'Privacy policy' })).toBeVisible();
});

test('every page of the list does what its explanation says', AT_LENGTH, async ({ page }) => {
  // They are many.
  test.slow();
  const links = page.locator('.page-link');
  const titles = await links.evaluateAll((all) => all.map(({ dataset }) => dataset.title ?? ''));
  const frame = page.frame('shop');
  if (!frame) throw new Error('The shop is not there.');
  for (const [place, title] of titles.entries()) {
    await test.step(title, async () => {
      const link = links.nth(place);
      const navigated = page.waitForEvent('framenavigated');
      await link.click();
      await navigated;
      await frame.waitForLoadState();
      await expect(link).toHaveAttribute('aria-current', 'page');
      const explanation = await page.locator('.expectation p').textContent();
      expect(explanation).toContain(`${title}: `);
      if (explanation?.includes('o button')) await expectNothingOffered(frame);
      else await expect(createWidget(frame).button.first()).toBeVisible();
    });
  }
});

test('axe finds nothing', AT_LENGTH, async ({ page }) => {
  await expect(createWidget(page.frameLocator('iframe')).button).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual(
    [],
  );
});

test(
  'a phone: nothing scrolls sideways, and the shop can be tried',
  AT_LENGTH,
  async ({ page, shop }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(shop.origin);
    const widget = createWidget(page.frameLocator('iframe'));
    await expect(widget.button).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
    await widget.button.click();
    await widget.variant.selectOption('Blue / 41');
    await widget.email.fill('sam@example.com');
    await widget.email.press('Enter');
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    expect(shop.sandbox.events).toHaveLength(1);
  },
);
