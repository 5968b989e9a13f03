import { expect, type Page, test } from './fixtures.ts';

/** Waits until what an input event has caused is drawn. */
const nextFrames = (page: Page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );

const scrollTop = (page: Page) => page.evaluate(() => Math.round(scrollY));

test('a click on the backdrop closes', async ({ page, openProduct, widget }) => {
  await openProduct('camp-lantern');
  await widget.button.click();
  await expect(widget.dialog).toBeVisible();
  // Right after the opening it could be the second click of a double click.
  await expect(async () => {
    await page.mouse.click(5, 5);
    await expect(widget.dialog).toHaveCount(0, { timeout: 100 });
  }).toPass();
  await expect(widget.button).toBeFocused();
});

test('a click inside, and a drag from inside to the backdrop, do not', async ({
  page,
  openProduct,
  widget,
}) => {
  await openProduct('camp-lantern');
  await widget.button.click();
  await widget.email.fill('sam@example.com');
  await widget.dialog.getByRole('heading').click();
  const box = await widget.email.boundingBox();
  if (!box) throw new Error('The field is not drawn.');
  await page.mouse.move(box.x + 100, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x - 60, 5, { steps: 5 });
  await page.mouse.up();
  await nextFrames(page);
  await expect(widget.dialog).toBeVisible();
  // The press itself arrived: it has selected text of the field.
  expect(await page.evaluate(() => String(getSelection()))).not.toBe('');

  // The next click on the backdrop is one again.
  await expect(async () => {
    await page.mouse.click(5, 5);
    await expect(widget.dialog).toHaveCount(0, { timeout: 100 });
  }).toPass();
});

test('the page behind does not scroll while the modal is open, and does after', async ({
  page,
  openProduct,
  widget,
}) => {
  await page.setViewportSize({ width: 800, height: 500 });
  await openProduct('camp-lantern');
  await widget.button.scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollTo(0, 120));
  await widget.button.click();
  await expect(widget.email).toBeFocused();
  const before = await scrollTop(page);
  expect(before).toBeGreaterThan(0);

  await page.evaluate(() => {
    addEventListener('wheel', () => document.body.setAttribute('data-wheel', ''), { once: true });
  });
  await page.mouse.move(5, 5);
  await page.mouse.wheel(0, 300);
  await expect(page.locator('body[data-wheel]')).toHaveCount(1);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('End');
  await nextFrames(page);
  expect(await scrollTop(page)).toBe(before);

  await page.keyboard.press('Escape');
  await expect(widget.dialog).toHaveCount(0);
  expect(await scrollTop(page)).toBe(before);
  await expect.poll(() => page.locator('html').getAttribute('style')).toBeNull();
  await page.mouse.wheel(0, 300);
  await expect.poll(() => scrollTop(page)).toBeGreaterThan(before);
});

test('the page behind cannot be clicked while the modal is open', async ({
  page,
  openProduct,
  widget,
}) => {
  await openProduct('camp-lantern');
  const logo = await page.getByRole('link', { name: 'Fernweh Supply' }).boundingBox();
  if (!logo) throw new Error('The logo is not drawn.');
  await widget.button.click();
  await expect(async () => {
    if (await widget.dialog.count()) await page.mouse.click(logo.x + 10, logo.y + 10);
    await expect(widget.dialog).toHaveCount(0, { timeout: 100 });
  }).toPass();
  await expect(page).toHaveURL(/camp-lantern/);
  await page.mouse.click(logo.x + 10, logo.y + 10);
  await expect(page).toHaveURL(/trail-runner/);
});
