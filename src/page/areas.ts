const DIALOG = 'dialog, [role=dialog]';

/** Whether the page itself is a product's. */
export function isProductPage({ body }: Document): boolean {
  return body.classList.contains('catalog-product-view');
}

/**
 * The parts of the page that are about one product each: the page itself, and quick views, which have a
 * product form of their own in a dialog, or in a second product column.
 */
export function findAreas(page: Document): Set<Element> {
  const areas = new Set([page.documentElement as Element]);
  let isFirst = true;
  for (const form of page.querySelectorAll('#product_addtocart_form')) {
    const dialog = form.closest(DIALOG);
    const column = isFirst ? null : form.closest('.product-info-main');
    areas.add(dialog ?? column ?? page.documentElement);
    isFirst &&= dialog !== null;
  }
  return areas;
}

/** Whether an element belongs to an area, and not to a dialog within it. */
export function isInArea(area: Element, element: Element): boolean {
  return area.contains(element) && element.closest(DIALOG) === area.closest(DIALOG);
}

/** The first element that belongs to an area and stands in none of the exceptions. */
export function findInArea<Found extends Element>(
  area: Element,
  selector: string,
  exceptions?: string,
): Found | undefined {
  return [...area.querySelectorAll<Found>(selector)].find(
    (element) => isInArea(area, element) && !(exceptions && element.closest(exceptions)),
  );
}
