import { tell } from '../guard.ts';
import type { Product } from '../product/product.ts';
import { readProductData } from '../product/product-data.ts';
import type { Remember } from './adapter.ts';
import { isScript } from './own-members.ts';

const TAG = 'data-back-in-stock-product';

/** A product that the server has printed for the widget, and where. */
export interface ProductTag {
  readonly tag: HTMLElement;
  readonly text: string;
  readonly product: Product;
  /** Whether it carries the mark by which the shop's own tags are known. */
  readonly isMarked: boolean;
}

/** Whether a tag that stands anywhere on the page says that it is about a tile, as the module's do. */
export function isForTile(tag: Element): boolean {
  return tag.getAttribute(TAG) === 'tile';
}

/**
 * Reads every `<script type="application/json" data-back-in-stock-product>` of the page. Where several say different things
 * about a product, only those with the shop's mark count, and none without one: a review may have brought one in.
 */
export function readProductTags(page: Document, mark: string, remember: Remember): ProductTag[] {
  const tags = [...page.querySelectorAll(`script[${TAG}]`)].flatMap((tag) => {
    if (!isScript(tag)) return [];
    const text = tag.textContent ?? '';
    const isMarked = mark !== '' && tag.dataset.mark === mark;
    const read = () => {
      const product = readProductData(TAG, () => JSON.parse(text));
      return product ? [{ tag, text, product, isMarked }] : [];
    };
    return remember(tag, read, text);
  });
  const isClear = new Set(tags.map(({ product }) => product.id)).size === tags.length;
  return isClear ? tags : tags.filter((one) => tags.every((other) => isSurer(one, other)));
}

/** Whether a tag counts beside another one. */
function isSurer(one: ProductTag, other: ProductTag): boolean {
  if (one.product.id !== other.product.id || one.text === other.text) return true;
  if (one.isMarked !== other.isMarked) return one.isMarked;
  tell(`several ${TAG} say different things about product ${one.product.id}: none counts.`);
  return false;
}
