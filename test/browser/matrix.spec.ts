import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { expect, test } from './fixtures.ts';
import { expectNothingOffered } from './readiness.ts';

const WAYS = ['script', 'requirejs', 'esm'];

const PRODUCTS = [
  { kind: 'simple', page: 'camp-lantern', offered: [], label: undefined, variant: '2045' },
  {
    kind: 'swatch',
    page: 'trail-runner',
    offered: ['Red / 42', 'Blue / 40', 'Blue / 41', 'Blue / 42', 'Blue / 43'],
    label: 'Blue / 41',
    variant: '2010',
  },
  {
    kind: 'dropdown',
    page: 'harbour-jacket',
    offered: ['Cotton / Regular', 'Wool / Slim', 'Linen / Slim', 'Linen / Regular'],
    label: 'Wool / Slim',
    variant: '2017',
  },
  {
    kind: 'mixed',
    page: 'everyday-hoodie',
    offered: ['Red / Wool', 'Green / Cotton'],
    label: 'Green / Cotton',
    variant: '2026',
  },
];

const EMAIL = 'sam+shoes@mail.example.com';

for (const way of WAYS) {
  for (const { kind, page: name, offered, label, variant } of PRODUCTS) {
    test(`${way}, ${kind}, stock shown: one subscription, byte for byte`, async ({
      openProduct,
      widget,
      shop,
    }) => {
      await openProduct(name, { way });
      await widget.button.click();
      if (offered.length) expect(await widget.offers()).toEqual(offered);
      else await expect(widget.variant).toHaveCount(0);
      if (label) await widget.variant.selectOption({ label });
      await widget.email.fill(EMAIL);
      await widget.submit.click();

      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      // A preflight would be a request of its own.
      expect(shop.sandbox.requests).toEqual([
        expect.objectContaining({
          method: 'POST',
          path: '/onsite/components/back-in-stock/subscribe',
          contentType: 'application/x-www-form-urlencoded;charset=UTF-8',
          body: `a=DEMO01&email=sam%2Bshoes%40mail.example.com&variant=${variant}&platform=magento_two&store=1`,
        }),
      ]);
      expect(shop.sandbox.events).toEqual([{ email: EMAIL, variant, store: '1' }]);
    });
  }
}

for (const way of WAYS) {
  test(`${way}, simple, stock hidden: the same subscription`, async ({
    openProduct,
    widget,
    shop,
  }) => {
    await openProduct('camp-lantern', { way, stock: 'hidden' });
    await widget.subscribe(EMAIL);
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    expect(shop.sandbox.requests).toHaveLength(1);
    expect(shop.sandbox.events).toEqual([{ email: EMAIL, variant: '2045', store: '1' }]);
  });

  for (const { kind, page: name } of PRODUCTS.slice(1)) {
    test(`${way}, ${kind}, stock hidden: Magento tells of nothing sold out, so no button`, async ({
      page,
      openProduct,
      shop,
    }) => {
      await openProduct(name, { way, stock: 'hidden' });
      await expectNothingOffered(page);
      expect(shop.sandbox.requests).toHaveLength(0);
    });
  }
}
