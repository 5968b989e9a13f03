import { takeComplaints, test } from './fixtures.ts';
import { ALL_SOLD_OUT_KINDS, KINDS, PARTLY_SOLD_OUT_KINDS, WHOLE_KINDS } from './kinds.ts';
import { expectNothingOffered } from './readiness.ts';
import { subscribeByButton } from './subscription.ts';

for (const way of ['script', 'requirejs', 'esm']) {
  for (const { kind, page: name, ...choice } of KINDS) {
    test(`${way}, ${kind}, stock shown: one subscription, byte for byte`, async ({
      openProduct,
      widget,
      shop,
    }) => {
      await openProduct(name, { way });
      await subscribeByButton(widget, shop, choice);
    });
  }

  for (const { kind, page: name, ...choice } of WHOLE_KINDS) {
    test(`${way}, ${kind}, stock hidden: the same subscription`, async ({
      openProduct,
      widget,
      shop,
    }) => {
      await openProduct(name, { way, stock: 'hidden' });
      await subscribeByButton(widget, shop, choice);
    });
  }

  for (const { kind, page: name } of PARTLY_SOLD_OUT_KINDS) {
    test(`${way}, ${kind}, stock hidden: Magento tells of nothing sold out, so no button`, async ({
      page,
      openProduct,
    }) => {
      await openProduct(name, { way, stock: 'hidden' });
      await expectNothingOffered(page);
    });
  }

  for (const { kind, page: name } of ALL_SOLD_OUT_KINDS) {
    test(`${way}, ${kind}, stock hidden: no button, and the merchant is told why`, async ({
      page,
      openProduct,
      complaints,
    }) => {
      await openProduct(name, { way, stock: 'hidden' });
      await takeComplaints(complaints, ['GraphQL does not know product']);
      await expectNothingOffered(page);
    });
  }
}
