import type { Watched } from './adapter.ts';

const DIALOG = 'dialog, [role=dialog]';

/** A product in a list. */
export const TILE = '.product-item';

/** Dialogs and tiles: each may have a product of its own, whether it is an area or not. */
export const INNER = `${DIALOG}, ${TILE}`;

/**
 * The form of a product page. Modules that load a page into a quick view rename its id, so that the page has each id
 * once: `#quickview_product_addtocart_form`.
 */
export const PRODUCT_FORM = 'form[id$=product_addtocart_form]';

/** The form as Magento names it. A sticky bar may have a form of its own, by an id that ends in the same way. */
const MAGENTO_FORM = 'form#product_addtocart_form';

/**
 * Selectors of the product's form in a dialog, the surest first. Forms of tiles do not count: Luma marks them, and in Hyvä
 * they are tiles themselves. A dialog that holds several forms is a list. A dialog with a form for a question about a
 * product is no quick view.
 */
const DIALOG_FORMS = [
  PRODUCT_FORM,
  'form[data-product-sku]:not([data-role=tocart-form])',
  'form[action*="/cart/"]:not([data-role=tocart-form])',
  ':scope .product-info-main form:not([data-role=tocart-form])',
];

/** The product that a server has printed for the widget. */
export const PRODUCT_TAG = 'script[data-back-in-stock-product]';

/** Whatever may be the form of a product. */
export const FORMS = `${DIALOG_FORMS.slice(0, 3).join()}, .product-info-main form`;

/** The elements that show that a page has products. The classes of `body` matter: Magento names the kind of page there. */
export const WATCHED_AREAS: Watched = {
  elements: `${FORMS}, .product-info-main, ${PRODUCT_TAG}`,
  contents: PRODUCT_TAG,
  attributes: { class: 'body.catalog-product-view, body' },
};

/** The areas that were found last. */
let areas = new Set<Element>();

/** Whether an area is a product's page itself, and no part of one. */
export function isProductPage(area: Element): boolean {
  return area.querySelector(':scope > body.catalog-product-view') !== null;
}

/**
 * The parts of the page that are about one product each: the page itself, and quick views, which have a
 * product form or a product tag of their own in a dialog, or a form in a second product column.
 */
export function findAreas(root: Element): ReadonlySet<Element> {
  areas = new Set([root]);
  const forms = listForms(root);
  let [own] = forms;
  for (const form of forms) if (form.isMagentos && !own?.isMagentos) own = form;
  for (const { column, product } of forms) {
    if (!own || !column || column.contains(own.form)) continue;
    // A sticky bar has a form for the same product.
    if (product !== own.product) areas.add(column);
  }
  for (const dialog of root.querySelectorAll(DIALOG)) {
    if (findDialogForm(dialog) || listOwn(dialog, PRODUCT_TAG).length === 1) areas.add(dialog);
  }
  return areas;
}

interface PageForm {
  readonly form: HTMLFormElement;
  readonly isMagentos: boolean;
  readonly column: Element | null;
  readonly product: string | undefined;
}

/** The forms of products that stand in no dialog. */
function listForms(root: Element): PageForm[] {
  const forms: PageForm[] = [];
  for (const form of root.querySelectorAll<HTMLFormElement>(PRODUCT_FORM)) {
    const natives: Element = Object.getPrototypeOf(form);
    if (natives.closest.call(form, DIALOG)) continue;
    const field = natives.querySelector.call(form, 'input[name=product]');
    forms.push({
      form,
      isMagentos: natives.matches.call(form, MAGENTO_FORM),
      column: natives.closest.call(form, '.product-info-main'),
      product: (field as HTMLInputElement | null)?.value,
    });
  }
  return forms;
}

/** The form in which the product of an area is put into the cart. */
export function findProductForm(area: Element): HTMLFormElement | undefined {
  if (area.matches(DIALOG)) return findDialogForm(area);
  let first: HTMLFormElement | undefined;
  for (const form of area.querySelectorAll<HTMLFormElement>(PRODUCT_FORM)) {
    if (!isInArea(area, form)) continue;
    if (Object.getPrototypeOf(form).matches.call(form, MAGENTO_FORM)) return form;
    first ??= form;
  }
  return first;
}

function findDialogForm(dialog: Element): HTMLFormElement | undefined {
  for (const selector of DIALOG_FORMS) {
    const forms = listOwn(dialog, selector);
    const [form] = forms;
    if (form && (forms.length === 1 || selector === PRODUCT_FORM)) return form as HTMLFormElement;
  }
  return undefined;
}

/** What the widget itself puts on the page. */
export const OURS = '.back-in-stock, back-in-stock-modal';

/** Whether an element is this widget's own: its button has the classes of the theme. */
export function isOurs(element: Element): boolean {
  return element.closest('.back-in-stock') !== null;
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
  form = findProductForm(area),
): Found[] {
  const found: Found[] = [];
  for (const element of form ? area.querySelectorAll<Found>(selector) : []) {
    const isInForm = Object.getPrototypeOf(element).contains.call(form, element);
    if (isInForm && isInArea(area, element)) found.push(element);
  }
  return found;
}

/** The dialog or tile that an element stands in. */
export function findInner(element: Element): Element | null {
  return element.closest(INNER);
}

/** Whether an element belongs to an area itself, and not to another area, a dialog or a tile within it. */
export function isInArea(area: Element, element: Element): boolean {
  const { closest, contains }: Element = Object.getPrototypeOf(element);
  // The innermost area, dialog or tile around each of them, or what it is itself.
  let owner: Element | null = closest.call(element, INNER);
  let own: Element | null = closest.call(area, INNER);
  for (const other of areas) {
    if (other.contains(element) && !other.contains(owner)) owner = other;
    if (other.contains(area) && !other.contains(own)) own = other;
  }
  return owner === own && contains.call(area, element);
}

/** The elements that belong to an area itself. */
export function listInArea<Found extends Element = HTMLElement>(
  area: Element,
  selector: string,
): Found[] {
  const found: Found[] = [];
  for (const element of area.querySelectorAll<Found>(selector)) {
    if (isInArea(area, element)) found.push(element);
  }
  return found;
}

/** The first element that belongs to an area itself. */
export function findInArea<Found extends Element = HTMLElement>(
  area: Element,
  selector: string,
): Found | undefined {
  for (const element of area.querySelectorAll<Found>(selector)) {
    if (isInArea(area, element)) return element;
  }
  return undefined;
}
