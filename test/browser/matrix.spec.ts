import { atLengthUnless } from './at-length.ts';
import { takeComplaints, test } from './fixtures.ts';
import { ALL_SOLD_OUT_KINDS, KINDS, PARTLY_SOLD_OUT_KINDS, WHOLE_KINDS } from './kinds.ts';
import { expectNothingOffered } from './readiness.ts';
import { subscribeByButton } from './subscription.ts';

const WAYS = ['script', 'requirejs', 'esm'];

for (const [turn, way] of WAYS.entries()) {
  // In a short run each kind has one way, the ways by turns.
  for (const [place, { kind, page: name, ...choice }] of KINDS.entries()) {
    test(
      `${way}, ${kind}, stock shown: one subscription, byte for byte`,
      atLengthUnless(place % WAYS.length === turn),
      async ({ openProduct, widget, shop }) => {
        await openProduct(name, { way });
        await subscribeByButton(widget, shop, choice);
      },
    );
  }

  for (const [place, { kind, page: name, ...choice }] of WHOLE_KINDS.entries()) {
    test(
      `${way}, ${kind}, stock hidden: the same subscription`,
      atLengthUnless(place === 0 && turn === 0),
      async ({ openProduct, widget, shop }) => {
        await openProduct(name, { way, stock: 'hidden' });
        await subscribeByButton(widget, shop, choice);
      },
    );
  }

  for (const [place, { kind, page: name }] of PARTLY_SOLD_OUT_KINDS.entries()) {
    test(
      `${way}, ${kind}, stock hidden: Magento prints nothing sold out, so no button`,
      atLengthUnless(place === 0 && turn === 0),
      async ({ page, openProduct }) => {
        await openProduct(name, { way, stock: 'hidden' });
        await expectNothingOffered(page);
      },
    );
  }

  for (const [place, { kind, page: name }] of ALL_SOLD_OUT_KINDS.entries()) {
    test(
      `${way}, ${kind}, stock hidden: no button, and the console says why`,
      atLengthUnless(place === 0 && turn === 0),
      async ({ page, openProduct, complaints }) => {
        await openProduct(name, { way, stock: 'hidden' });
        await takeComplaints(complaints, ['GraphQL does not know product']);
        await expectNothingOffered(page);
      },
    );
  }
}
