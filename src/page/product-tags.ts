import type { Product } from '../product/product.ts';
import { readProductData } from '../product/product-data.ts';
import type { Remember } from './adapter.ts';

const TAG = 'data-back-in-stock-product';

/** A product that the server has printed for the widget, and where. */
export interface ProductTag {
  readonly tag: Element;
  readonly product: Product;
}

/** Whether a tag that stands anywhere on the page says that it is about a tile, as the module's do. */
export function isForTile(tag: Element): boolean {
  return tag.getAttribute(TAG) === 'tile';
}

/** Reads every `<script type="application/json" data-back-in-stock-product>` of the page. */
export function readProductTags(page: Document, remember: Remember): ProductTag[] {
  return [...page.querySelectorAll(`script[${TAG}]`)].flatMap((tag) => {
    const text = tag.textContent ?? '';
    const read = () => {
      const product = readProductData(TAG, () => JSON.parse(text));
      return product ? [{ tag, product }] : [];
    };
    return remember(tag, read, text);
  });
}
