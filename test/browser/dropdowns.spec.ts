import { AT_LENGTH } from './at-length.ts';
import { expect, test } from './fixtures.ts';
import { waitForOptions } from './readiness.ts';

test.describe('dropdowns', () => {
  test.beforeEach(async ({ page, openProduct }) => {
    await openProduct('harbour-jacket');
    await waitForOptions(page);
  });

  test('what is sold out cannot be chosen, and is offered', async ({ page, widget }) => {
    await expect(page.locator('#attribute151 option:disabled')).toContainText('Linen');
    await page.getByLabel('Fabric').selectOption({ label: 'Cotton' });
    await expect(page.locator('#attribute152 option:disabled')).toContainText('Regular');
    await widget.button.click();
    await expect(widget.variant).toHaveCount(0);
    await expect(widget.chosen).toHaveText(['Cotton', 'Regular']);
  });

  test(
    'a complete choice has no button, and an empty one offers everything again',
    AT_LENGTH,
    async ({ page, widget }) => {
      await page.getByLabel('Fabric').selectOption({ label: 'Cotton' });
      await page.getByLabel('Fit').selectOption('174');
      await expect(widget.button).toHaveCount(0);

      // Magento goes on naming a child in its hidden field when the choice is undone.
      await page.getByLabel('Fit').selectOption('');
      await widget.button.click();
      await expect(widget.chosen).toHaveText(['Cotton', 'Regular']);
      await widget.close.click();

      await page.getByLabel('Fabric').selectOption('');
      await expect(page.locator('[name=selected_configurable_option]')).not.toHaveValue('');
      await widget.button.click();
      expect(await widget.offers()).toEqual([
        'Cotton / Regular',
        'Wool / Slim',
        'Linen / Slim',
        'Linen / Regular',
      ]);
    },
  );
});

test.describe('swatches and a dropdown', () => {
  test.beforeEach(async ({ page, openProduct }) => {
    await openProduct('everyday-hoodie');
    await waitForOptions(page);
  });

  test('a complete choice of a sold-out variant is offered alone', async ({
    page,
    widget,
    shop,
  }) => {
    await page.getByRole('option', { name: 'Red' }).click();
    await page.getByLabel('Fabric').selectOption('Wool');
    await widget.subscribe('sam@example.com');
    await expect.poll(() => shop.sandbox.events.map(({ variant }) => variant)).toEqual(['2024']);
  });

  test(
    'an available choice has no button, and an undone one has it again',
    AT_LENGTH,
    async ({ page, widget }) => {
      await page.getByLabel('Fabric').selectOption('Linen');
      await expect(widget.button).toHaveCount(0);
      await page.getByLabel('Fabric').selectOption('Choose an Option...');
      await widget.button.click();
      expect(await widget.offers()).toEqual(['Red / Wool', 'Green / Cotton']);
    },
  );
});
