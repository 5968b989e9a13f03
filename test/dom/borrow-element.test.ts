import { beforeEach, describe, expect, test } from 'vitest';
import { hideElement, setAttribute, setStyle } from '../../src/ui/borrow-element.ts';

let element: HTMLElement;

beforeEach(() => {
  element = document.createElement('div');
  document.body.replaceChildren(element);
});

describe('a style that is set', () => {
  test('wins over the theme’s own rules, also over important ones', () => {
    const sheet = document.createElement('style');
    sheet.textContent = 'div { display: grid !important; }';
    document.head.append(sheet);
    hideElement(element);
    expect(getComputedStyle(element).display).toBe('none');
    sheet.remove();
  });

  test.each([
    '<div></div>',
    '<div style="color: red;"></div>',
    '<div style="display: grid;"></div>',
    '<div style="display: grid !important;"></div>',
    '<div class="x" hidden=""></div>',
  ])('leaves %s as it was', (markup) => {
    document.body.innerHTML = markup;
    const borrowed = document.body.firstElementChild as HTMLElement;
    const before = borrowed.outerHTML;
    const restore = setStyle(borrowed, 'display', 'none');
    expect(borrowed.style.display).toBe('none');
    restore();
    expect(borrowed.outerHTML).toBe(before);
  });

  test('together with others is taken back one by one', () => {
    const one = setStyle(element, 'cursor', 'pointer');
    const other = setStyle(element, 'pointer-events', 'auto');
    one();
    expect(element.style.pointerEvents).toBe('auto');
    other();
    expect(element.hasAttribute('style')).toBe(false);
  });

  test('keeps what the page has set meanwhile beside it', () => {
    const restore = hideElement(element);
    element.style.color = 'red';
    restore();
    expect(element.style.color).toBe('red');
    expect(element.style.display).toBe('');
  });
});

describe('an attribute that is set', () => {
  test.each([null, '', '-1'])('was %j before, and is so again', (before) => {
    if (before !== null) element.setAttribute('tabindex', before);
    const restore = setAttribute(element, 'tabindex', '0');
    expect(element.getAttribute('tabindex')).toBe('0');
    restore();
    expect(element.getAttribute('tabindex')).toBe(before);
  });
});
