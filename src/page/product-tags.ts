import type { Product } from '../product/product.ts';
import { readProductData } from '../product/product-data.ts';
import type { Remember } from './adapter.ts';

const TAG = 'data-back-in-stock-product';

/** The products that the server has printed for the widget, in `<script type="application/json" data-back-in-stock-product>`. */
export function readProductTags(page: Document, remember: Remember): Product[] {
  const tags = [...page.querySelectorAll(`script[${TAG}]`)];
  const read = (tag: Element) => readProductData(TAG, () => JSON.parse(tag.textContent ?? ''));
  return tags.flatMap((tag) => remember(tag, () => read(tag) ?? []));
}
