import { cleanup, fireEvent, render } from '@testing-library/preact';
// biome-ignore lint/correctness/noUnusedImports: JSX becomes calls of h.
import { h } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { Product, Variant } from '../../src/product/product.ts';
import { Heading, type Images } from '../../src/ui/heading.tsx';

const sized = (id: string, label: string, image?: string): Variant => ({
  id,
  image,
  options: { 138: { id, label } },
  salable: false,
});

const TEE: Product = {
  id: '13',
  name: 'Tee',
  type: 'configurable',
  attributes: [{ id: '138', code: 'size', label: 'Size' }],
  variants: [],
};

interface Drawn {
  readonly product?: Product;
  readonly headline?: string;
  readonly named?: readonly Variant[];
  readonly shared?: string;
  readonly meant?: readonly Variant[];
  readonly images?: Partial<Images>;
}

function draw(drawn: Drawn) {
  const { product = TEE, headline = 'Tee', named = [], shared = '', meant = [], images } = drawn;
  const reported = new Set<string>();
  const known: Images = {
    page: '',
    areShown: true,
    broken: new Set(),
    onBroken: (address) => reported.add(address),
    ...images,
  };
  const { container } = render(
    <Heading
      product={product}
      headline={headline}
      named={named}
      shared={shared}
      meant={meant}
      images={known}
    />,
  );
  return {
    container,
    broken: reported,
    image: () => container.querySelector('img'),
    address: () => container.querySelector('img')?.getAttribute('src'),
  };
}

afterEach(cleanup);

describe('the image', () => {
  const medium = sized('1', 'Medium', '/medium.jpg');
  const large = sized('2', 'Large', '/large.jpg');
  const product = { ...TEE, image: '/tee.jpg' };
  const images = { page: '/page.jpg' };

  test.each<[string, Drawn, string | undefined]>([
    ['that of the chosen variant', { product, meant: [medium], images }, '/medium.jpg'],
    [
      'that of all variants on offer, if it is the same',
      { product, meant: [medium, { ...large, image: '/medium.jpg' }], images },
      '/medium.jpg',
    ],
    ['the product’s, if it is not', { product, meant: [medium, large], images }, '/tee.jpg'],
    ['the product’s for a variant without', { product, meant: [sized('3', 'S')] }, '/tee.jpg'],
    ['the page’s, where data have none', { meant: [sized('3', 'S')], images }, '/page.jpg'],
    ['none without any', { meant: [sized('3', 'S')] }, undefined],
    [
      'none where the merchant wants none',
      { product, meant: [medium], images: { ...images, areShown: false } },
      undefined,
    ],
    [
      'not one that did not load',
      { product, meant: [medium], images: { broken: new Set(['/medium.jpg']) } },
      '/tee.jpg',
    ],
    [
      'one of another host',
      { images: { page: 'https://cdn.example/a.jpg' } },
      'https://cdn.example/a.jpg',
    ],
    ['none by plain HTTP', { images: { page: 'http://cdn.example/a.jpg' } }, undefined],
    ['none that runs a script', { images: { page: 'javascript:alert()' } }, undefined],
    ['none from the text of the page', { images: { page: 'data:image/gif;base64,AA' } }, undefined],
    ['none without a host', { images: { page: 'https://' } }, undefined],
  ])('is %s', (_name, drawn, expected) => {
    expect(draw(drawn).address()).toBe(expected);
  });

  test('is hidden and remembered when it does not load', () => {
    const { image, broken } = draw({ images });
    const element = image();
    if (!element) throw new Error('There is no image.');
    expect(element.getAttribute('alt')).toBe('');
    fireEvent.error(element);
    expect(element.style.visibility).toBe('hidden');
    expect([...broken]).toEqual(['/page.jpg']);
  });
});

describe('the chosen variant', () => {
  test('is named by its options and their attributes', () => {
    const { container } = draw({ named: [sized('2', 'Large')] });
    expect(container.querySelector('dt')?.textContent).toBe('Size');
    expect(container.querySelector('dd')?.textContent).toBe('Large');
  });

  test('has its own name where nothing varies', () => {
    const member = { id: '7', name: 'Lantern', options: {}, salable: false };
    const product = { ...TEE, type: 'grouped', attributes: [] };
    expect(draw({ product, named: [member] }).container.querySelector('b')?.textContent).toBe(
      'Lantern',
    );
  });
});

test('there is nothing without image, headline and variant', () => {
  expect(draw({ headline: '' }).container.innerHTML).toBe('');
});
