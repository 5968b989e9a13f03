import { expect, type Page, test } from './fixtures.ts';
import type { ShopWindow } from './shop-window.ts';

// The hostile page has handlers of keydown, keypress and keyup on the document.
const leakedKeys = (page: Page) =>
  page.evaluate(() => (window as unknown as ShopWindow).leakedKeys.splice(0));

test('what is typed into the modal does not reach the key handlers of the page', async ({
  page,
  openProduct,
  widget,
}) => {
  await openProduct('trail-runner', { hostile: '1' });
  await page.keyboard.press('x');
  expect(await leakedKeys(page)).toEqual(['x', 'x', 'x']);

  await widget.button.click();
  await expect(widget.variant).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await widget.email.pressSequentially('sam@example');
  await page.keyboard.press('Enter');
  await expect(widget.email).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Tab');
  // A click on plain text takes the focus away from the fields, and the modal is open all the same.
  await widget.dialog.getByRole('heading').click();
  await page.keyboard.press('s');
  expect(await leakedKeys(page)).toEqual([]);

  await widget.close.click();
  await expect(widget.dialog).toHaveCount(0);
  await page.keyboard.press('x');
  expect(await leakedKeys(page)).toEqual(['x', 'x', 'x']);
});

test('the key that closes the modal does not reach them either', async ({
  page,
  openProduct,
  widget,
}) => {
  await openProduct('camp-lantern', { hostile: '1' });
  await widget.button.click();
  await expect(widget.email).toBeFocused();
  await page.keyboard.down('Escape');
  await expect(widget.dialog).toHaveCount(0);
  await expect(widget.button).toBeFocused();
  await page.keyboard.up('Escape');
  expect(await leakedKeys(page)).toEqual([]);
});
