import { expect, test } from 'vitest';
import { findAddToCart } from '../../src/page/places.ts';
import { createAddToCartSwitch } from '../../src/ui/borrow-element.ts';
import { showProductPage } from '../support/luma-page.ts';
import { chooseSwatch, startSwatches } from '../support/luma-widgets.ts';
import { SETTINGS, settle, startWidget, waitForButton } from '../support/widget.ts';

const COLOUR = '93';
const SIZE = '144';
const RED = '49';
const SIZE_42 = '168';

const HIDDEN = { ...SETTINGS, trigger: { hideAddToCart: true } };

/** Whether Add to Cart and its quantity can be seen: both, or neither. */
function isAddToCartVisible(): boolean {
  const displays = ['#product-addtocart-button', '.field.qty'].map((selector) => {
    const element = document.querySelector(selector);
    return element && getComputedStyle(element).display !== 'none';
  });
  if (displays[0] !== displays[1]) throw new Error('Only one of the two can be seen.');
  return Boolean(displays[0]);
}

test('one that a theme draws anew is hidden too', async () => {
  await showProductPage('trail-runner');
  startSwatches('trail-runner');
  chooseSwatch(COLOUR, RED);
  chooseSwatch(SIZE, SIZE_42);
  const handle = await startWidget(HIDDEN);
  await waitForButton();
  const box = document.querySelector('.box-tocart .fieldset');
  const copy = box?.cloneNode(true) as HTMLElement;
  for (const element of copy.querySelectorAll<HTMLElement>('[style]')) element.style.display = '';
  box?.replaceWith(copy);
  expect(isAddToCartVisible()).toBe(true);
  await settle(handle);
  expect(isAddToCartVisible()).toBe(false);
});

test('what a theme puts into a hidden box of the quantity is not hidden with it', () => {
  document.body.innerHTML = `<form id="product_addtocart_form"></form>
    <div><div id="box"><input name="qty" id="qty" form="product_addtocart_form"></div><p>$9</p></div>`;
  const switchOff = createAddToCartSwitch(() => findAddToCart(document.documentElement));
  const before = document.body.innerHTML;
  const isShown = (id: string) =>
    getComputedStyle(document.querySelector(`#${id}`) as Element).display !== 'none';
  switchOff(true);
  expect(isShown('box')).toBe(false);
  const text = document.createElement('textarea');
  document.querySelector('#box')?.append(text);
  switchOff(true);
  expect([isShown('box'), isShown('qty')]).toEqual([true, false]);
  text.remove();
  switchOff(false);
  expect(document.body.innerHTML).toBe(before);
});
