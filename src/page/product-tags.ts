import { log } from '../guard.ts';
import type { Product } from '../product/product.ts';
import { readProductData } from '../product/product-data.ts';
import type { Remember } from './adapter.ts';
import { findInner, PRODUCT_TAG } from './areas.ts';
import { isScript } from './document.ts';

const NAME = 'data-back-in-stock-product';

/** A product that the server has printed for the widget, and where. */
export interface ProductTag {
  readonly tag: HTMLElement;
  readonly text: string;
  readonly product: Product;
  /** Whether it carries the mark by which the shop's own tags are known. */
  readonly isMarked: boolean;
  /** The dialog or tile that it stands in; null for a tag of the page. */
  readonly inner: Element | null;
}

/** Whether a tag is marked as one for a tile, as the Magento module's are; such a tag may stand anywhere on the page. */
function isForTile({ tag }: ProductTag): boolean {
  return tag.getAttribute(NAME) === 'tile';
}

/** Whether a tag may describe the product of the page itself. */
export function isForPage(tag: ProductTag): boolean {
  return tag.inner === null && !isForTile(tag);
}

/**
 * Whether a tag may describe the product of a dialog or a tile. Anybody may have written a tag that stands outside of it,
 * so where the shop has a mark, such a tag counts only with that mark.
 */
export function isForInner({ inner, isMarked }: ProductTag, area: Element, mark: string): boolean {
  return inner === area || isMarked || mark === '';
}

/**
 * Reads every `<script type="application/json" data-back-in-stock-product>` of the page that counts. A review or a block of
 * content may have brought a tag in. So where the shop has a mark, this ignores tags of the page without that mark. If tags
 * at the same place contain different data for one product, this ignores all of them. Tags in quick views and tiles need
 * no mark: they may come from another page, which has another mark.
 */
export function readProductTags(root: Element, mark: string, remember: Remember): ProductTag[] {
  const tags = [...root.querySelectorAll(PRODUCT_TAG)].flatMap((tag) => {
    if (!isScript(tag)) return [];
    const text = tag.textContent?.trim() ?? '';
    const read = (): ProductTag[] => {
      const isMarked = mark !== '' && tag.dataset.mark === mark;
      const inner = findInner(tag);
      if (mark && !isMarked && !inner) {
        log(`${NAME} of a page counts only with data-mark="${mark}".`, 'warn');
        return [];
      }
      const product = readProductData(NAME, () => JSON.parse(text));
      return product ? [{ tag, text, product, isMarked, inner }] : [];
    };
    return remember(tag, read, text);
  });
  const isClear = new Set(tags.map(({ product }) => product.id)).size === tags.length;
  return isClear ? tags : tags.filter((one) => !tags.some((other) => isDenied(one, other)));
}

/** Whether another tag at the same place contains different data for the same product. */
function isDenied(one: ProductTag, other: ProductTag): boolean {
  const isSame = one.product.id === other.product.id && one.inner === other.inner;
  if (!isSame || isForTile(one) !== isForTile(other) || one.text === other.text) return false;
  log(`several ${NAME} say different things about product ${one.product.id}: none counts.`);
  return true;
}
