const DIALOG = 'dialog, [role=dialog]';

/** What has a product of its own, whether it is an area or not. */
const INNER = `${DIALOG}, .product-item`;

/**
 * The form of a product page. Modules that load a page into a quick view rename its id, so that the page has each id
 * once: `#quickview_product_addtocart_form`.
 */
const PRODUCT_FORM = 'form[id$=product_addtocart_form]';

/**
 * What else may be the form of a product in a dialog, the surest first. Tiles have forms too (Luma marks them, Hyvä's
 * are tiles themselves), and a dialog that holds several is a list.
 */
const DIALOG_FORMS = [
  PRODUCT_FORM,
  'form[data-product-sku]:not([data-role=tocart-form])',
  'form:not([data-role=tocart-form]) input[name=product]',
];

/** The product that a server has printed for the widget. */
export const PRODUCT_TAG = 'script[data-back-in-stock-product]';

/** The areas that were found last. */
let areas = new Set<Element>();

/** Whether an area is a product's page itself, and no part of one. */
export function isProductPage(area: Element): boolean {
  const { body } = area.ownerDocument;
  return area.contains(body) && body.classList.contains('catalog-product-view');
}

/**
 * The parts of the page that are about one product each: the page itself, and quick views, which have a
 * product form or a product tag of their own in a dialog, or a form in a second product column.
 */
export function findAreas(page: Document): ReadonlySet<Element> {
  areas = new Set([page.documentElement]);
  let ownForm: Element | undefined;
  for (const form of page.querySelectorAll(PRODUCT_FORM)) {
    if (form.closest(DIALOG)) continue;
    const column = ownForm && form.closest('.product-info-main');
    if (column && !column.contains(ownForm as Element)) areas.add(column);
    ownForm ??= form;
  }
  for (const dialog of page.querySelectorAll(DIALOG)) {
    if (findDialogForm(dialog) || listOwn(dialog, PRODUCT_TAG).length === 1) areas.add(dialog);
  }
  return areas;
}

/** The form in which the product of an area is put into the cart. */
export function findProductForm(area: Element): HTMLFormElement | undefined {
  return area.matches(DIALOG)
    ? findDialogForm(area)
    : findInArea<HTMLFormElement>(area, PRODUCT_FORM);
}

function findDialogForm(dialog: Element): HTMLFormElement | undefined {
  for (const selector of DIALOG_FORMS) {
    const forms = new Set(listOwn(dialog, selector).map((element) => element.closest('form')));
    const [form] = forms;
    if (form && (forms.size === 1 || selector === PRODUCT_FORM)) return form;
  }
  return undefined;
}

/** The elements of a dialog that belong to no tile and no other dialog within it. */
function listOwn(dialog: Element, selector: string): Element[] {
  return [...dialog.querySelectorAll(selector)].filter(
    (element) => element.closest(INNER) === dialog,
  );
}

/** The elements that belong to the form of an area. */
export function listInForm<Found extends Element = HTMLElement>(
  area: Element,
  selector: string,
): Found[] {
  const form = findProductForm(area);
  return form ? listInArea<Found>(area, selector).filter((element) => form.contains(element)) : [];
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
