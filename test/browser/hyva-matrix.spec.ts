import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, takeComplaints, test } from './fixtures.ts';
import { ALL_SOLD_OUT_KINDS, KINDS, PARTLY_SOLD_OUT_KINDS, WHOLE_KINDS } from './kinds.ts';
import { expectNothingOffered } from './readiness.ts';
import { subscribeByButton } from './subscription.ts';
import { readViolations, recordViolations } from './violations.ts';

for (const theme of ['hyva', 'hyva-csp']) {
  for (const way of ['script', 'script-json', 'esm']) {
    test(
      `${theme}, ${way}, stock shown: each kind is subscribed to, byte for byte`,
      atLengthUnless(way === (theme === 'hyva' ? 'script' : 'esm')),
      async ({ openPage, widget, shop }) => {
        for (const { kind, page: name, ...choice } of KINDS) {
          await test.step(kind, async () => {
            shop.sandbox.reset();
            await openPage(`/${theme}/${name}`, { way });
            await subscribeByButton(widget, shop, choice);
          });
        }
      },
    );
  }

  test(
    `${theme}, stock hidden: what is sold out as a whole is subscribed to, the rest is unknown`,
    AT_LENGTH,
    async ({ page, openPage, widget, shop, complaints }) => {
      for (const { page: name, ...choice } of WHOLE_KINDS) {
        shop.sandbox.reset();
        await openPage(`/${theme}/${name}`, { stock: 'hidden' });
        await subscribeByButton(widget, shop, choice);
      }
      for (const { page: name } of PARTLY_SOLD_OUT_KINDS) {
        await openPage(`/${theme}/${name}`, { stock: 'hidden' });
        await expectNothingOffered(page);
      }
      for (const { page: name } of ALL_SOLD_OUT_KINDS) {
        await openPage(`/${theme}/${name}`, { stock: 'hidden' });
        await takeComplaints(complaints, ['GraphQL does not know product']);
        await expectNothingOffered(page);
      }
    },
  );

  for (const { name, address, label } of [
    { name: 'swatches by code', address: 'trail-runner?color=51&size=168', label: 'Blue / 42' },
    { name: 'swatches by id', address: 'trail-runner#93=51&144=168', label: 'Blue / 42' },
    { name: 'dropdowns', address: 'harbour-jacket?fabric=173&fit=174', label: 'Linen / Slim' },
  ]) {
    test(
      `${theme}, ${name}: the button is for the sold-out combination that the address asks for`,
      AT_LENGTH,
      async ({ page, widget, shop }) => {
        // The page announces the whole of it, and shows only a part as chosen.
        await page.goto(new URL(`/${theme}/${address}`, shop.origin).href);
        await expect(
          page.locator('input[type=radio]:checked, select:valid').first(),
        ).toBeAttached();
        await widget.button.click();
        await expect(widget.dialog.getByText(label, { exact: true })).toBeVisible();
        await expect(widget.variant).toHaveCount(0);
      },
    );
  }

  test(
    `${theme}: a choice on the page takes the place of what the address asks for`,
    AT_LENGTH,
    async ({ page, openPage, widget }) => {
      await openPage(`/${theme}/trail-runner`, { color: '51', size: '168' });
      await widget.button.click();
      await expect(widget.chosen).toHaveText(['Blue', '42']);
      await page.keyboard.press('Escape');
      await page.locator('label[for="attribute-option-2013-50"]').click();
      await expect(widget.button).toHaveCount(0);
    },
  );

  test(
    `${theme}: without a store there is no button, and the console says why`,
    AT_LENGTH,
    async ({ page, openPage, complaints }) => {
      await openPage(`/${theme}/trail-runner`, { store: 'none' });
      await takeComplaints(complaints, [
        'store is missing. Give the numeric id of the store view.',
      ]);
      await expectNothingOffered(page);
    },
  );
}

test(
  'hyva-csp: whole subscriptions under the strict policy without a violation',
  AT_LENGTH,
  async ({ page, openPage, widget, shop }) => {
    await recordViolations(page);
    for (const { page: name, ...choice } of KINDS) {
      shop.sandbox.reset();
      await openPage(`/hyva-csp/${name}`, { csp: 'strict', way: 'script-json' });
      await subscribeByButton(widget, shop, choice);
      expect(await readViolations(page)).toEqual([]);
    }
  },
);
