import { findInArea, listInArea } from './areas.ts';

/** Whether the page says that the product itself is sold out. Rows of a grouped product have labels of their own. */
export function isUnavailable(area: Element): boolean {
  const column = findInArea(area, '.product-info-main') ?? area;
  return listInArea(column, '.stock.unavailable').some(
    (label) => !label.closest('table, [data-sku]'),
  );
}
