import { atLengthUnless } from './at-length.ts';
import { expect, test } from './fixtures.ts';
import { FOREIGN_HOST } from './injected-html.ts';
import { subscribeByButton } from './subscription.ts';

// What somebody may want whose only way in is another script with a hole: `?__proto__[endpoint]=…` sets a member of every
// object.

const FOREIGN = `https://${FOREIGN_HOST}/take`;

for (const way of ['script', 'script-json', 'module']) {
  test(
    `wants the settings to be his, by what every object inherits: ${way}`,
    atLengthUnless(way === 'script-json'),
    async ({ page, openProduct, widget, shop }) => {
      await page.addInitScript((foreign) => {
        for (const [name, value] of Object.entries({
          endpoint: foreign,
          apiKey: 'EVIL99',
          api: 'client',
          graphql: foreign,
          product: { id: '6666', name: 'Evil', type: 'simple', variants: [] },
          newsletterList: 'EVIL',
          mark: 'evil',
          catalogue: 'evil',
        })) {
          Object.defineProperty(Object.prototype, name, {
            value,
            writable: true,
            configurable: true,
          });
        }
      }, FOREIGN);
      await openProduct('camp-lantern', { way });
      await subscribeByButton(widget, shop, { offered: [], variant: '2045' });
      await expect(widget.dialog.getByRole('checkbox')).toHaveCount(0);
    },
  );
}
