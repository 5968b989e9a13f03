import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { EMAIL } from '../browser/subscription.ts';
import { expect, test } from './fixtures.ts';

// Where the form stands, and that all of it is in sight.

test('a wide window: the form stands in the middle', async ({ shopper }) => {
  await shopper.tab.resize(1200, 800);
  await shopper.open('/shop/trail-runner');
  await shopper.click('button');
  await shopper.waitFor('email');
  const { box } = await shopper.waitFor('dialog');
  const { size } = await shopper.look();
  expect(box.x).toBeCloseTo(size.width - box.x - box.width, 0);
  expect(box.y).toBeCloseTo(size.height - box.y - box.height, 0);
});

test('right to left: the cross on the left, the address from left to right, nothing cut off', async ({
  shopper,
  shop,
}) => {
  await shopper.open('/shop/camp-lantern', { dir: 'rtl' });
  await shopper.click('button');
  await shopper.waitFor('email');
  const { box } = await shopper.waitFor('dialog');
  const { close } = await shopper.look();
  const middle = box.x + box.width / 2;
  expect((close?.box.x ?? middle) + (close?.box.width ?? 0)).toBeLessThan(middle);
  const look = await shopper.tab.evaluate(() => {
    const field = testPage.find('email');
    const dialog = testPage.find('dialog');
    return {
      page: getComputedStyle(dialog).direction,
      field: getComputedStyle(field).direction,
      isCutOff: dialog.scrollWidth > dialog.clientWidth,
    };
  });
  expect(look).toEqual({ page: 'rtl', field: 'ltr', isCutOff: false });
  await shopper.typeEmail(EMAIL);
  await shopper.click('submit');
  await shopper.expectText('status', DEFAULT_TEXTS.success);
  expect(shop.sandbox.events).toEqual([{ email: EMAIL, variant: '2045', store: '1' }]);
});
