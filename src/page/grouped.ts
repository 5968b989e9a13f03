import type { Variant } from '../product/product.ts';
import type { PageAdapter } from './adapter.ts';
import { findInArea, findProductForm, listInArea } from './areas.ts';
import { type ProductIdentity, readProductIdentity } from './product-identity.ts';
import { isGrouped, readStock } from './stock.ts';

const TABLE = '#super-product-table';

/** The elements of a row that contain its member's id: the price, and the quantity where the member can be bought. */
const MARKS = '.price-box[data-product-id], [name^="super_group["]';

/** Grouped products: every row is a product of its own, with a label of its own. */
export const groupedAdapter: PageAdapter = {
  matches: isGrouped,
  watched: {
    elements: '#super-product-table, [name^="super_group["]',
    formElements: `${MARKS}, .product-item-name`,
    contents: '#super-product-table .product-item-name, form .product-item-name',
    attributes: { class: 'body.page-product-grouped, body' },
  },

  read(area, reading) {
    const { identity = readProductIdentity(area) } = reading;
    if (!identity) return undefined;
    // When nothing of it can be bought, Magento leaves the labels of its members out.
    const isIncomplete = readStock(area, reading).isSoldOut;
    const variants = isIncomplete
      ? []
      : findRows(area, identity).map((row) => readMember(row, identity, reading.soldOutLabel));
    return { ...identity, type: 'grouped', attributes: [], variants, isIncomplete };
  },
};

/** The part of the list that is about one member alone. */
interface Row {
  readonly id: string;
  readonly element: Element;
}

/**
 * Finds the rows in the list of members, which is Luma's table, or the form in other themes. The form, or an element that
 * holds several rows, is never a row, even if it has a SKU: Hyvä prints the SKU of the grouped product on its form.
 */
function findRows(area: Element, product: ProductIdentity): Row[] {
  const list = findInArea(area, TABLE) ?? findProductForm(area);
  if (!list) return [];
  const marks = listInArea(area, MARKS).filter((mark) => list.contains(mark));
  const rows = new Map<string, Element>();
  for (const mark of marks) {
    const id = readId(mark);
    const isRow = (element: HTMLElement) =>
      element !== list &&
      element.dataset.sku !== product.sku &&
      marks.every((other) => readId(other) === id || !element.contains(other));
    if (id && !rows.has(id)) rows.set(id, findRow(mark, list, isRow));
  }
  return keepSiblings([...rows].map(([id, element]) => ({ id, element })));
}

/** A member that cannot be bought has no quantity, so only its price names the id. */
function readId(mark: HTMLElement): string {
  return mark.dataset.productId ?? /\d+/.exec(mark.getAttribute('name') ?? '')?.[0] ?? '';
}

/** The row of a mark: the table's own, else what has a SKU, else the largest element that is about this member alone. */
function findRow(
  mark: HTMLElement,
  list: Element,
  isRow: (element: HTMLElement) => boolean,
): Element {
  if (list.matches(TABLE)) return mark.closest('tr') ?? mark;
  let row: HTMLElement = mark;
  for (let parent = row.parentElement; parent && isRow(parent); parent = parent.parentElement) {
    row = parent;
    if (row.dataset.sku) break;
  }
  return row;
}

/** Keeps the siblings of rows that have a quantity: a card of another product in the form has another parent. */
function keepSiblings(rows: Row[]): Row[] {
  const lists = new Set(
    rows.filter(({ element }) => hasQuantity(element)).map(({ element }) => element.parentElement),
  );
  return lists.size ? rows.filter(({ element }) => lists.has(element.parentElement)) : rows;
}

const hasQuantity = (row: Element) =>
  row.matches('[name^="super_group["]') || row.querySelector('[name^="super_group["]') !== null;

/** What can be bought is not sold out, whatever its row shows. */
function readMember({ id, element }: Row, product: ProductIdentity, soldOutLabel: string): Variant {
  const name = element.querySelector('.product-item-name')?.textContent?.trim();
  const named = [element, ...element.querySelectorAll('[data-sku]')] as HTMLElement[];
  const sku = named
    .map(({ dataset }) => dataset.sku)
    .find((given) => given && given !== product.sku);
  const salable = hasQuantity(element) || !element.querySelector(soldOutLabel);
  return { id, sku, name: name || sku, options: {}, salable };
}
