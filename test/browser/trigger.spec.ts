import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, test } from './fixtures.ts';

const settings = (trigger: object, texts: object = {}) => ({
  options: JSON.stringify({ trigger, texts }),
});

test('a real button with the classes of the theme, below the add-to-cart box', async ({
  page,
  openProduct,
  widget,
}) => {
  await openProduct('trail-runner', { color: '49', size: '168' });
  await expect(widget.button).toHaveText('Notify me when available');
  await expect(widget.button).toHaveAttribute('type', 'button');
  await expect(widget.button).toHaveClass('action primary btn btn-primary');
  await expect(page.locator('.box-tocart + .back-in-stock > button')).toHaveCount(1);
});

test('a sold-out simple product has no add-to-cart box: the button is in the form', async ({
  page,
  openProduct,
  widget,
}) => {
  await openProduct('camp-lantern');
  await expect(widget.button).toBeVisible();
  await expect(page.locator('#product_addtocart_form > .back-in-stock:last-child')).toHaveCount(1);
});

test(
  'several placeholders have a button each, and all open the one modal',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await openProduct('trail-runner', { placeholder: '3' });
    await expect(widget.button).toHaveCount(3);
    for (const place of [0, 1, 2]) {
      const button = widget.button.nth(place);
      await button.click();
      await expect(widget.dialog).toHaveCount(1);
      await expect(page.locator('back-in-stock-modal')).toHaveCount(1);
      await page.keyboard.press('Escape');
      await expect(widget.dialog).toHaveCount(0);
      await expect(button).toBeFocused();
    }
  },
);

test('instead of an anchor of the merchant', async ({ page, openProduct, widget }) => {
  const anchored = settings({ anchor: '.product-info-price', placement: 'instead' });
  await openProduct('camp-lantern', anchored);
  await expect(widget.button).toBeVisible();
  await expect(page.locator('.product-info-price + .back-in-stock')).toHaveCount(1);
  await expect(page.locator('.back-in-stock')).toHaveCount(1);
  await expect(page.locator('.product-info-price')).toBeHidden();
});

test(
  'an anchor that is there several times has a button each time',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await openProduct(
      'camp-lantern',
      settings({ anchor: '.product.attribute, .product-item-name' }),
    );
    await expect(widget.button).toHaveCount(2);
    await expect(page.locator('.product.attribute + .back-in-stock')).toHaveCount(2);
    // The tiles are of other products.
    await expect(page.locator('.product-item-name')).not.toHaveCount(0);
  },
);

test(
  'alignment, margin, width, classes and text are settings',
  AT_LENGTH,
  async ({ page, openProduct }) => {
    await openProduct(
      'camp-lantern',
      settings(
        { align: 'center', margin: '5px 0 7px', width: '250px', classes: 'action notify' },
        { trigger: 'Tell me about {product_name}' },
      ),
    );
    const button = page.getByRole('button', { name: 'Tell me about Camp Lantern', exact: true });
    await expect(button).toHaveClass('action notify');
    await expect(button).toHaveCSS('width', '250px');
    const wrapper = page.locator('.back-in-stock');
    await expect(wrapper).toHaveCSS('margin', '5px 0px 7px');
    const outer = await wrapper.boundingBox();
    const inner = await button.boundingBox();
    if (!outer || !inner) throw new Error('The button is not drawn.');
    expect(inner.x - outer.x).toBeCloseTo((outer.width - 250) / 2, 0);
  },
);

test('the full width', AT_LENGTH, async ({ page, openProduct, widget }) => {
  await openProduct('camp-lantern', settings({ width: '100%' }));
  const outer = await page.locator('.back-in-stock').boundingBox();
  const inner = await widget.button.boundingBox();
  expect(inner?.width).toBe(outer?.width);
});

for (const { dir, align, isAtRight } of [
  { dir: 'ltr', align: 'start', isAtRight: false },
  { dir: 'ltr', align: 'end', isAtRight: true },
  { dir: 'rtl', align: 'start', isAtRight: true },
]) {
  test(
    `${dir}, ${align}: on the ${isAtRight ? 'right' : 'left'}`,
    atLengthUnless(dir === 'rtl'),
    async ({ page, openProduct, widget }) => {
      await openProduct('camp-lantern', { dir, ...settings({ align }) });
      const inner = await widget.button.boundingBox();
      const outer = await page.locator('.back-in-stock').boundingBox();
      if (!outer || !inner) throw new Error('The button is not drawn.');
      expect(inner.width).toBeLessThan(outer.width);
      const room = isAtRight ? outer.x + outer.width - inner.x - inner.width : inner.x - outer.x;
      expect(Math.abs(room)).toBeLessThan(1);
    },
  );
}

test(
  'a theme with little left of Luma: button in the form, name and text all the same',
  AT_LENGTH,
  async ({ openProduct, widget, shop }) => {
    await openProduct('trail-runner', { theme: 'bare' });
    await widget.button.click();
    await expect(widget.dialog).toHaveAccessibleName('Trail Runner 2');
    await widget.variant.selectOption('Blue / 40');
    await widget.email.fill('sam@example.com');
    await widget.email.press('Enter');
    await expect.poll(() => shop.sandbox.events.map(({ variant }) => variant)).toEqual(['2009']);
  },
);

test('a bare simple product', AT_LENGTH, async ({ openProduct, widget }) => {
  await openProduct('camp-lantern', { theme: 'bare', placeholder: '1' });
  await expect(widget.button).toBeVisible();
  await widget.button.click();
  await expect(widget.dialog).toHaveAccessibleName('Camp Lantern');
});
