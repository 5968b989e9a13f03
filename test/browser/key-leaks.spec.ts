import { AT_LENGTH } from './at-length.ts';
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

/** Presses a key as the browser hears it from the system, and says nothing of its release. */
async function pressForGood(page: Page, key: string, code: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const description = { key, code: key, windowsVirtualKeyCode: code };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...description });
  await session.detach();
}

const ESCAPE = 27;

test.describe('keys that close the modal', () => {
  test.beforeEach(async ({ openProduct, widget }) => {
    await openProduct('camp-lantern', { hostile: '1' });
    await widget.button.click();
    await expect(widget.email).toBeFocused();
  });

  test('the key that closes the modal does not reach them either', async ({ page, widget }) => {
    await page.keyboard.down('Escape');
    await expect(widget.dialog).toHaveCount(0);
    await expect(widget.button).toBeFocused();
    await page.keyboard.up('Escape');
    expect(await leakedKeys(page)).toEqual([]);
  });

  test(
    'a key that closes the modal and whose release never comes keeps no other key from the page',
    AT_LENGTH,
    async ({ page, widget }) => {
      // The window has lost the focus before the key was up.
      await pressForGood(page, 'Escape', ESCAPE);
      await expect(widget.dialog).toHaveCount(0);
      await expect(widget.button).toBeFocused();
      await page.keyboard.press('x');
      expect(await leakedKeys(page)).toEqual(['x', 'x', 'x']);
      // Nor itself, when it goes down anew.
      await page.keyboard.press('Escape');
      expect(await leakedKeys(page)).toEqual(['Escape', 'Escape']);
    },
  );

  test('a key that is held down and repeats does not reach them, and other keys do', async ({
    page,
    widget,
  }) => {
    await page.keyboard.down('Escape');
    await expect(widget.dialog).toHaveCount(0);
    await page.keyboard.down('Escape');
    await page.keyboard.press('x');
    await page.keyboard.down('Escape');
    await page.keyboard.up('Escape');
    expect(await leakedKeys(page)).toEqual(['x', 'x', 'x']);
  });

  test(
    'keys that were down together when one of them closed the modal belong to it to the end',
    AT_LENGTH,
    async ({ page, widget }) => {
      await page.keyboard.down('s');
      await page.keyboard.down('Escape');
      await expect(widget.dialog).toHaveCount(0);
      await page.keyboard.up('s');
      await page.keyboard.up('Escape');
      expect(await leakedKeys(page)).toEqual([]);
    },
  );
});
