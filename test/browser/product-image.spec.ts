import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH } from './at-length.ts';
import { expect, type Page, takeComplaints, test } from './fixtures.ts';
import type { Widget } from './widget.ts';

// The small image of the product in the form.

const imageIn = ({ dialog }: Widget) => dialog.locator('img');

/** The addresses of images that the browser has asked for, growing. */
function recordImages(page: Page): readonly string[] {
  const images: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'image') images.push(new URL(request.url()).pathname);
  });
  return images;
}

/** Product data of a simple product that is sold out. */
const dataWith = (image: string) => ({
  product: {
    id: '7',
    name: 'Lantern',
    type: 'simple',
    image,
    variants: [{ id: '7', salable: false }],
  },
});

test('the form shows the image of the chosen variant, and loads it only then', async ({
  page,
  openProduct,
  widget,
}) => {
  const images = recordImages(page);
  await openProduct('trail-runner', { csp: 'strict', way: 'script-json' });
  await expect(widget.button).toBeVisible();
  const blue = '/media/catalog/product/shoe-blue.svg';
  expect(images).not.toContain(blue);
  await widget.button.click();
  // Before the choice: the page's own.
  const image = imageIn(widget);
  await expect(image).toHaveAttribute('src', '/media/catalog/product/shoe-red.svg');
  await expect(image).toHaveAttribute('alt', '');
  await expect(image).toHaveJSProperty('complete', true);
  const box = await image.boundingBox();
  expect(box).toMatchObject({ width: 72, height: 72 });
  expect(images).not.toContain(blue);

  await widget.variant.selectOption('Blue / 42');
  await expect(image).toHaveAttribute('src', blue);
  await expect.poll(() => images).toContain(blue);
  expect(await image.boundingBox()).toEqual(box);
});

for (const path of ['/hyva/trail-runner', '/hyva-csp/trail-runner'] as const) {
  test(`${path}: the same in Hyvä`, AT_LENGTH, async ({ openPage, widget }) => {
    await openPage(path);
    await widget.button.click();
    await widget.variant.selectOption('Blue / 42');
    await expect(imageIn(widget)).toHaveAttribute('src', '/media/catalog/product/shoe-blue.svg');
  });
}

test('product data of the module have it too', AT_LENGTH, async ({ openProduct, widget }) => {
  await openProduct('trail-runner', { way: 'module', stock: 'hidden' });
  await widget.button.click();
  await widget.variant.selectOption('Blue / 42');
  await expect(imageIn(widget)).toHaveAttribute('src', '/media/catalog/product/shoe-blue.svg');
});

test('a tile gives its image', AT_LENGTH, async ({ page, openPage, widget }) => {
  await openPage('/category/all', { stock: 'shown', options: JSON.stringify({ listing: true }) });
  await page.locator('.product-item .back-in-stock button').first().click();
  await expect(imageIn(widget)).toHaveAttribute('src', /\/media\/catalog\/product\/.+\.svg$/);
});

test('the setting turns it off', AT_LENGTH, async ({ openProduct, widget }) => {
  await openProduct('trail-runner', { options: JSON.stringify({ modal: { image: false } }) });
  await widget.button.click();
  await widget.variant.selectOption('Blue / 42');
  await expect(widget.email).toBeVisible();
  await expect(imageIn(widget)).toHaveCount(0);
});

test(
  'an image that does not load disappears, moves nothing, and is not tried again',
  AT_LENGTH,
  async ({ page, openProduct, widget, complaints }) => {
    const images = recordImages(page);
    await openProduct('camp-lantern', { options: JSON.stringify(dataWith('/media/none.svg')) });
    await widget.button.click();
    const image = imageIn(widget);
    const headline = widget.dialog.getByRole('heading');
    const before = await headline.boundingBox();
    await expect(image).toHaveCSS('visibility', 'hidden');
    await widget.email.fill('sam@example.com');
    await expect(image).toHaveCSS('visibility', 'hidden');
    expect(await headline.boundingBox()).toEqual(before);
    await page.keyboard.press('Escape');
    await widget.button.click();
    await expect(widget.email).toBeFocused();
    // The page's own image takes its place.
    await expect(image).toHaveAttribute('src', '/media/catalog/product/lantern-teal.svg');
    expect(images.filter((path) => path === '/media/none.svg')).toHaveLength(1);
    await takeComplaints(complaints, ['404']);
  },
);

test(
  'a policy that refuses it leaves the form without an image',
  AT_LENGTH,
  async ({ page, openProduct, widget, complaints }) => {
    await page.route('**/shop/camp-lantern?*', async (route) => {
      const response = await route.fetch();
      const headers = {
        ...response.headers(),
        'content-security-policy': "img-src 'none'",
      };
      await route.fulfill({ response, headers });
    });
    await openProduct('camp-lantern');
    complaints.splice(0);
    await widget.button.click();
    await expect(imageIn(widget)).toHaveCSS('visibility', 'hidden');
    await widget.submit.click();
    await expect(widget.dialog.getByText(DEFAULT_TEXTS.emailMissing)).toBeVisible();
    await expect(widget.email).toBeFocused();
    expect(complaints.splice(0).every((line) => line.includes('img-src'))).toBe(true);
  },
);

for (const address of [
  'javascript:hacked=1',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>',
  'http://images.example/lantern.jpg',
  'blob:none',
  'https://',
]) {
  test(`the address ${address} is no image`, AT_LENGTH, async ({ page, openProduct, widget }) => {
    await openProduct('camp-lantern', { options: JSON.stringify(dataWith(address)) });
    await widget.button.click();
    await expect(widget.email).toBeFocused();
    await expect(imageIn(widget)).toHaveAttribute('src', '/media/catalog/product/lantern-teal.svg');
    expect(await page.evaluate(() => Reflect.get(window, 'hacked'))).toBeUndefined();
  });
}
