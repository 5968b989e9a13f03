import { afterEach, expect, test } from 'vitest';
import { readImage } from '../../src/page/product-image.ts';
import { showMarkup } from '../support/luma-page.ts';

const OPEN_GRAPH =
  '<meta property="og:type" content="product"><meta property="og:image" content="https://shop.example/mug.jpg">';

/** The image of the page's own product, when its head and its body are these. */
function readPage(head: string, body = ''): string {
  document.head.innerHTML = head;
  showMarkup(`<body>${body}</body>`);
  return readImage(document.documentElement);
}

afterEach(() => {
  document.head.replaceChildren();
});

test('a product’s page names its image for those who share its address', () => {
  expect(readPage(OPEN_GRAPH)).toBe('https://shop.example/mug.jpg');
  expect(readPage(OPEN_GRAPH.replace('"product"', '"og:product"'))).toContain('mug.jpg');
});

test.each([
  ['is of another kind', OPEN_GRAPH.replace('"product"', '"website"'), ''],
  ['has no such address', '<meta property="og:type" content="product">', ''],
  ['has it in its body, where anybody may have written it', '', `<p>${OPEN_GRAPH}</p>`],
  [
    'has only tiles of other products',
    '',
    '<li class="product-item"><img class="product-image-photo" src="/other.jpg"></li>',
  ],
])('there is none where the page %s', (_name, head, body) => {
  expect(readPage(head, body)).toBe('');
});
