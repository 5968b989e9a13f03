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

/** The first element of an area that stands neither in a dialog within it nor in one of the exceptions. */
export function findInArea<Found extends Element>(
  area: Element,
  selector: string,
  exceptions?: string,
): Found | undefined {
  const dialog = area.closest(DIALOG);
  return [...area.querySelectorAll<Found>(selector)].find(
    (element) => element.closest(DIALOG) === dialog && !(exceptions && element.closest(exceptions)),
  );
}
