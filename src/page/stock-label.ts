import { findInArea } from './areas.ts';

/**
 * Whether the page says that the product itself is sold out. Tiles of related products and rows of a
 * grouped product have labels of their own.
 */
export function isUnavailable(area: Element): boolean {
  const column = findInArea(area, '.product-info-main') ?? area;
  return Boolean(findInArea(column, '.stock.unavailable', 'table, .product-item, [data-sku]'));
}
