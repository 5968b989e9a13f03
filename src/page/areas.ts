const DIALOG = 'dialog, [role=dialog]';

/** What has a product of its own within an area. */
const INNER = `${DIALOG}, .product-item`;

/** Whether an area is a product's page itself, and no part of one. */
export function isProductPage(area: Element): boolean {
  return area.querySelector('body.catalog-product-view') !== null;
}

/**
 * The parts of the page that are about one product each: the page itself, and quick views, which have a
 * product form of their own in a dialog, or in a second product column.
 */
export function findAreas(page: Document): Set<Element> {
  const areas = new Set([page.documentElement as Element]);
  let ownForm: Element | undefined;
  for (const form of page.querySelectorAll('#product_addtocart_form')) {
    const dialog = form.closest(DIALOG);
    const column = ownForm && form.closest('.product-info-main');
    const isSecond = column && !column.contains(ownForm as Element);
    areas.add(dialog ?? (isSecond ? column : page.documentElement));
    if (!dialog) ownForm ??= form;
  }
  return areas;
}

/** Whether an element belongs to an area itself, and not to a dialog or tile within it. */
export function isInArea(area: Element, element: Element): boolean {
  return area.contains(element) && element.closest(INNER) === area.closest(INNER);
}

/** The elements that belong to an area itself. */
export function listInArea<Found extends Element = HTMLElement>(
  area: Element,
  selector: string,
): Found[] {
  return [...area.querySelectorAll<Found>(selector)].filter((element) => isInArea(area, element));
}

/** The first of them. */
export function findInArea<Found extends Element = HTMLElement>(
  area: Element,
  selector: string,
): Found | undefined {
  return listInArea<Found>(area, selector)[0];
}
