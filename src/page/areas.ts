const DIALOG = 'dialog, [role=dialog]';

/** What has a product of its own, whether it is an area or not. */
const INNER = `${DIALOG}, .product-item`;

/** The areas that were found last. */
let areas = new Set<Element>();

/** Whether an area is a product's page itself, and no part of one. */
export function isProductPage(area: Element): boolean {
  const { body } = area.ownerDocument;
  return area.contains(body) && body.classList.contains('catalog-product-view');
}

/**
 * The parts of the page that are about one product each: the page itself, and quick views, which have a
 * product form of their own in a dialog, or in a second product column.
 */
export function findAreas(page: Document): ReadonlySet<Element> {
  areas = new Set([page.documentElement]);
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

/** Whether an element belongs to an area itself, and not to another area, a dialog or a tile within it. */
export function isInArea(area: Element, element: Element): boolean {
  return area.contains(element) && findOwner(element) === findOwner(area);
}

function findOwner(element: Element | null): Element | null {
  if (!element || areas.has(element) || element.matches(INNER)) return element;
  return findOwner(element.parentElement);
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
  for (const element of area.querySelectorAll<Found>(selector)) {
    if (isInArea(area, element)) return element;
  }
  return undefined;
}
