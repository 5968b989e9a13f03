import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, takeComplaints, test } from './fixtures.ts';
import { expectNothingOffered } from './readiness.ts';

test('without a store view there is no button, and the console says why', async ({
  page,
  openProduct,
  complaints,
}) => {
  await openProduct('camp-lantern', { checkout: 'none' });
  await expectNothingOffered(page);
  expect(complaints).toHaveLength(1);
  expect(complaints.splice(0)[0]).toMatch(/^\[back-in-stock\] store is missing.*numeric id/);
});

test(
  'the store view of the configuration wins',
  AT_LENGTH,
  async ({ openProduct, widget, shop }) => {
    await openProduct('camp-lantern', { options: '{"store": 7}' });
    await widget.subscribe('sam@example.com');
    await expect.poll(() => shop.sandbox.events.map(({ store }) => store)).toEqual(['7']);
  },
);

for (const { way, options, path, remedy } of [
  { way: 'script', options: { apiKey: null }, path: 'apiKey', remedy: 'public API key' },
  { way: 'script', options: { apiKey: 'pk_1' }, path: 'apiKey', remedy: 'never a private one' },
  { way: 'script', options: { timeout: 5 }, path: 'timeout', remedy: '1000 to 60000' },
  {
    way: 'script-json',
    options: { trigger: { align: 'middle' } },
    path: 'trigger.align',
    remedy: 'start or center or end',
  },
  {
    way: 'script-json',
    options: { trigger: { anchor: 'p:' } },
    path: 'trigger.anchor',
    remedy: 'CSS selector',
  },
  {
    // From the page's HTML no foreign address at all is taken.
    way: 'esm',
    options: { endpoint: 'http://klaviyo.example/subscribe' },
    path: 'endpoint',
    remedy: 'https:',
  },
  { way: 'requirejs', options: { store: 'main' }, path: 'store', remedy: 'numeric id' },
  {
    way: 'esm',
    options: { modal: { accent: 'redd;' } },
    path: 'modal.accent',
    remedy: 'CSS value',
  },
  { way: 'esm', options: { texts: { submit: 3 } }, path: 'texts.submit', remedy: 'a text' },
  { way: 'esm', options: { variantId: 'gtin' }, path: 'variantId', remedy: 'id, sku' },
]) {
  test(
    `${path} cannot be ${JSON.stringify(options)}: one message, and no widget`,
    atLengthUnless(way === 'requirejs'),
    async ({ page, openProduct, complaints }) => {
      await openProduct('camp-lantern', { way, options: JSON.stringify(options) });
      await expectNothingOffered(page);
      expect(complaints).toHaveLength(1);
      const [message = ''] = complaints.splice(0);
      expect(message).toContain(`[back-in-stock] ${path} `);
      expect(message).toContain(remedy);
    },
  );
}

test('several mistakes are one message', AT_LENGTH, async ({ page, openProduct, complaints }) => {
  const options = { timeout: 5, variantId: 'gtin', trigger: { placement: 'over' } };
  await openProduct('camp-lantern', { way: 'esm', options: JSON.stringify(options) });
  await expectNothingOffered(page);
  expect(complaints).toHaveLength(1);
  const [message = ''] = complaints.splice(0);
  for (const path of ['timeout', 'variantId', 'trigger.placement']) expect(message).toContain(path);
});

test('misspelt keys are logged, and everything else works', async ({
  openProduct,
  widget,
  shop,
  complaints,
}) => {
  const options = { apikey: 'OTHER1', trigger: { colour: 'red' }, texts: { headlin: 'Hello' } };
  await openProduct('camp-lantern', { way: 'script-json', options: JSON.stringify(options) });
  await widget.subscribe('sam@example.com');
  await expect.poll(() => shop.sandbox.events).toHaveLength(1);
  await takeComplaints(complaints, ['apikey, trigger.colour, texts.headlin']);
});

test(
  'attributes of other tools on the tag are no settings',
  AT_LENGTH,
  async ({ page, openProduct, widget, shop }) => {
    const options = { cookieconsent: 'ignore', cfasync: 'false', rocketStatus: 'executed' };
    await openProduct('camp-lantern', { options: JSON.stringify(options) });
    await expect(page.locator('script[data-cfasync=false][data-rocket-status]')).toHaveCount(1);
    await widget.subscribe('sam@example.com');
    await expect.poll(() => shop.sandbox.events).toHaveLength(1);
  },
);

test(
  'a page without anything sold out is not bothered with a mistake',
  AT_LENGTH,
  async ({ page, openProduct }) => {
    await openProduct('enamel-mug', { options: '{"timeout": 5}' });
    await expectNothingOffered(page);
  },
);
