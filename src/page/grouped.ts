import type { Variant } from '../product/product.ts';
import type { PageAdapter } from './adapter.ts';
import { findInArea, listInArea } from './areas.ts';
import { readProductIdentity } from './product-identity.ts';
import { isUnavailable } from './stock-label.ts';

/** Grouped products: every row of the table is a product of its own, with a label of its own. */
export const groupedAdapter: PageAdapter = {
  matches: (area) =>
    findInArea(area, '#super-product-table, body.page-product-grouped') !== undefined,

  read(area) {
    const identity = readProductIdentity(area);
    if (!identity) return undefined;
    // When nothing of it can be bought, Magento leaves the labels of its members out.
    const isIncomplete = isUnavailable(area);
    const rows = isIncomplete ? [] : listInArea(area, '#super-product-table tr, [data-sku]');
    const ids = new Set<string>();
    // A row may hold another element with its SKU: what comes first is the row.
    const variants = rows.flatMap(readMember).filter(({ id }) => !ids.has(id) && ids.add(id));
    return { ...identity, type: 'grouped', attributes: [], variants, isIncomplete };
  },
};

/** A member that cannot be bought has no quantity field, so only its price tells the id. */
function readMember(row: HTMLElement): Variant[] {
  const id = row.querySelector<HTMLElement>('.price-box[data-product-id]')?.dataset.productId;
  if (!id) return [];
  const name = row.querySelector('.product-item-name')?.textContent?.trim();
  const { sku } = row.dataset;
  const salable = !row.querySelector('.stock.unavailable');
  return [{ id, sku, name: name || sku, options: {}, salable }];
}
