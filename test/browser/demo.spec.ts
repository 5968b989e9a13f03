import AxeBuilder from '@axe-core/playwright';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { expect, test } from './fixtures.ts';
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
]) {
  test(`the way of use can be switched: ${way}`, async ({ page }) => {
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

test('the stock setting can be switched, and the page says what to expect', async ({ page }) => {
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
});

test('the answer of Klaviyo can be switched', async ({ page, complaints, shop }) => {
  const widget = createWidget(page.frameLocator('iframe'));
  const mode = page.getByLabel("Klaviyo's answer");
  await mode.selectOption('html');
  await expect.poll(() => shop.sandbox.mode).toBe('html');
  await widget.subscribe('sam@example.com', 'Red / 42');
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.htmlAnswer);
  await mode.selectOption('normal');
  await expect.poll(() => shop.sandbox.mode).toBe('normal');
  await widget.submit.click();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  await expect(page.locator('.request')).toHaveCount(2);
  expect(complaints).toEqual([]);
});

test('every page of the list does what its explanation says', async ({ page }) => {
  const links = page.locator('.page-link');
  const titles = await page.locator('.page-link-title').allTextContents();
  expect(titles).toHaveLength(await links.count());
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
      const explanation = await link.textContent();
      if (explanation?.includes('o button')) await expectNothingOffered(frame);
      else await expect(createWidget(frame).button.first()).toBeVisible();
    });
  }
});

test('axe finds nothing', async ({ page }) => {
  await expect(createWidget(page.frameLocator('iframe')).button).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual(
    [],
  );
});

test('a phone: nothing scrolls sideways, and the shop can be tried', async ({ page, shop }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(shop.origin);
  const widget = createWidget(page.frameLocator('iframe'));
  await expect(widget.button).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await widget.button.click();
  await widget.variant.selectOption('Blue / 41');
  await widget.email.fill('sam@example.com');
  await widget.email.press('Enter');
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  expect(shop.sandbox.events).toHaveLength(1);
});
