import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { EMAIL } from '../browser/subscription.ts';
import { expect, test } from './fixtures.ts';

const EVENT = { email: EMAIL, variant: '2045', store: '1' };

for (const way of ['script', 'esm']) {
  test(`${way}, offline: the form says that it will be done, and then that it is`, async ({
    shopper,
    shop,
  }) => {
    await shopper.open('/shop/camp-lantern', { way });
    await shopper.click('button');
    await shopper.typeEmail(EMAIL);
    // For a browser that cannot be cut off: the server breaks the connection.
    shop.sandbox.setMode('offline');
    await shopper.tab.setOffline(true);
    await shopper.tab.press('Enter');
    await shopper.expectText('status', DEFAULT_TEXTS.keptOffline);
    await shopper.expectText('submit', DEFAULT_TEXTS.done);
    await shopper.expectFocus('submit');
    expect(shop.sandbox.events).toEqual([]);

    shop.sandbox.setMode('normal');
    await shopper.tab.setOffline(false);
    await shopper.expectText('status', DEFAULT_TEXTS.success);
    await shopper.expectFocus('submit');
    expect(shop.sandbox.events).toEqual([EVENT]);
    await shopper.expectNothingKept();
  });
}

test('what was kept offline is sent by the next page, once', async ({ shopper, shop }) => {
  const { tab } = shopper;
  await shopper.open('/shop/camp-lantern');
  await shopper.click('button');
  await shopper.typeEmail(EMAIL);
  shop.sandbox.setMode('offline');
  await tab.setOffline(true);
  await tab.press('Enter');
  await shopper.expectText('status', DEFAULT_TEXTS.keptOffline);
  await tab.goto('about:blank');
  await tab.setOffline(false);

  await shopper.open('/hyva/enamel-mug');
  await expect.poll(() => shop.sandbox.events).toEqual([EVENT]);
  await shopper.expectNothingKept();
  expect(shop.sandbox.requests).toHaveLength(1);
});
