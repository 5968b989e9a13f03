import { log } from '../guard.ts';
import type { Watched } from './adapter.ts';
import {
  findInArea,
  findProductForm,
  isInArea,
  isOurs,
  listInArea,
  listInForm,
  PRODUCT_TAG,
  TILE,
} from './areas.ts';
import { findQuantity, listCartButtons } from './cart.ts';
import { findPrice } from './product-identity.ts';
import { SOLD_OUT_LABEL } from './stock.ts';

/** How the button stands to its anchor; `instead` hides the anchor as long as the button is shown. */
export type Placement = 'after' | 'before' | 'inside' | 'instead';

/** The elements at which a button goes, and how it stands to them. */
export interface Places {
  readonly anchors: readonly Element[];
  readonly placement: Placement;
}

/** A place that is known by a selector; `line` is the line after the one that the element stands in. */
type Standard = readonly [selector: string, placement: Placement | 'line'];

const BUNDLE: Standard = ['.page-product-bundle .product-info-price', 'after'];

/**
 * Where the button goes when the merchant names no place, and neither the product's form nor its price is there: the
 * first of these that the area has.
 */
const WITHOUT_FORM = (stockLabel: string): readonly Standard[] => [
  [stockLabel, 'line'],
  ['.attribute-sku', 'line'],
];

/**
 * The same in a tile. Luma shows the last part of a tile, the stock label in it, only as long as the pointer is on
 * the tile, and over what comes after it.
 */
const IN_TILE = (stockLabel: string): readonly Standard[] => [
  ['.product-item-inner', 'before'],
  [stockLabel, 'line'],
  ['.price-box', 'line'],
  ['.product-item-name, .product-item-link', 'line'],
];

/** The elements that decide where the button goes, beside those that other parts watch. */
export const WATCHED_PLACES: Watched = {
  elements:
    '[data-back-in-stock], .box-tocart, .page-product-bundle .product-info-price, [name=qty][form]',
  formElements: '[name=qty], .field.qty',
};

/** What the merchant has set about places. */
export interface PlaceOptions {
  readonly anchor: string;
  readonly placement: Placement;
  /** Selector of the theme's label for what is sold out. Default: Magento's. */
  readonly stockLabel?: string;
}

/** Placeholders beat the merchant's anchor, and that beats the standard places, unless it matches nothing. */
export function findPlaces(
  area: Element,
  { anchor, placement, stockLabel }: PlaceOptions,
  given: ReadonlySet<Element>,
): Places {
  const placeholders = [...given, ...area.querySelectorAll('[data-back-in-stock]')];
  const anchors = placeholders.filter((element) => isInArea(area, element));
  if (anchors.length) return { anchors, placement: 'inside' };
  if (anchor) {
    // The button itself may match: it has the classes of the theme.
    const matches = listInArea(area, anchor).filter((match) => !isOurs(match));
    if (matches.length) return { anchors: matches, placement };
    log(
      `trigger.anchor "${anchor}" matches nothing here. Correct it, or add <div data-back-in-stock></div>.`,
      'warn',
    );
  }
  return (
    findStandard(area, stockLabel ? `${SOLD_OUT_LABEL}, ${stockLabel}` : SOLD_OUT_LABEL) ?? {
      anchors: [],
      placement,
    }
  );
}

/**
 * Hint and button have the same place, so that nothing moves when the one becomes the other. A bundle's form lies below
 * the fold; a sold-out simple product keeps its form in Luma, but without a box to add it to the cart. In Hyvä it has no
 * form, and Add to Cart would stand beside the price.
 */
function findStandard(area: Element, stockLabel: string): Places | undefined {
  if (area.matches(TILE)) return findFirst(area, IN_TILE(stockLabel));
  const form = findProductForm(area);
  const [box] = listInForm(area, '.box-tocart', form);
  const [cart] = listCartButtons(area, form);
  const price = form ? undefined : findPrice(area);
  return (
    findFirst(area, [BUNDLE]) ??
    (box && { anchors: [box], placement: 'after' }) ??
    (cart && { anchors: [findLine(cart, area, BESIDE_CART)], placement: 'after' }) ??
    (form && { anchors: [form], placement: 'inside' }) ??
    (price && { anchors: [findLine(price, area)], placement: 'after' }) ??
    findFirst(area, WITHOUT_FORM(stockLabel)) ??
    // A quick view may hold nothing of all that but its product data.
    (area.parentElement ? findFirst(area, [[PRODUCT_TAG, 'after']]) : undefined)
  );
}

function findFirst(area: Element, standards: readonly Standard[]): Places | undefined {
  for (const [selector, placement] of standards) {
    const element = findInArea(area, selector);
    if (!element) continue;
    if (placement !== 'line') return { anchors: [element], placement };
    return { anchors: [findLine(element, area)], placement: 'after' };
  }
  return undefined;
}

/** Luma's box around the quantity. */
const LUMA_QUANTITY = '.field.qty';

/** What `hideAddToCart` hides: the button, and the quantity that belongs to it. */
export function findAddToCart(area: Element): Iterable<HTMLElement> {
  const form = findProductForm(area);
  const id = form && Object.getPrototypeOf(form).getAttribute.call(form, 'id');
  const buttons = listCartButtons(area, form);
  // Hyvä puts the quantity outside of the form and ties it to the form by its id.
  const tied = id ? listInArea(area, `[name=qty][form="${id}"]`) : [];
  const quantities = [...listInForm(area, '[name=qty]', form), ...tied];
  return new Set([
    ...listInForm(area, LUMA_QUANTITY, form),
    ...buttons,
    ...quantities
      .filter((field) => !field.closest(LUMA_QUANTITY))
      .flatMap((field) => findQuantity(field as HTMLInputElement, buttons)),
  ]);
}

/** Pressing a button that stands in one of these would press that as well. */
const PRESSABLE = 'a, button, label, summary';

/** The line of a label is in one of these, and never one of them itself. */
const PAGE = 'body, main, [role=main], form';

/** Parts of a page that are never the line either, unless a theme has made one for the label alone. */
const SECTION = 'section, article, .column, .product-info-main';

/**
 * The other parts of a product's column or tile, but for the price. Hyvä has price and Add to Cart in one box: stacked on a
 * phone, and side by side once the phone is turned. The button belongs below that box in both cases.
 */
const BESIDE_CART =
  'h1, h2, h3, h4, img, .stock, [class*=sku], [class*=description], .product-item-name, .product-item-link';

/** All other parts of a product's column or tile: a box that holds one of these is not the label's alone. */
const PRODUCT_PART = `${BESIDE_CART}, .price-box`;

/**
 * Returns the box after which the button gets a line of its own, near this element. A label stands in boxes of its own,
 * which may be only as wide as the label (flex items, for example): a button inside them would move the label. So this
 * walks up to the first box that holds other parts of the product and stacks them, and returns the child of that box.
 */
function findLine(element: Element, area: Element, parts = PRODUCT_PART): Element {
  let line = element;
  for (let box = line.parentElement; box && line !== area; box = line.parentElement) {
    if (box === area || box.matches(PAGE)) break;
    if (holdsOther(box, element, parts)) {
      if (box.matches(SECTION) || (isStacked(box) && !box.closest(PRESSABLE))) break;
    }
    line = box;
  }
  return line;
}

function holdsOther(box: Element, element: Element, parts: string): boolean {
  return [...box.querySelectorAll(parts)].some(
    (part) => !part.contains(element) && !element.contains(part),
  );
}

/** Whether a box lays out its children one below the other. */
function isStacked(box: Element): boolean {
  const { display, flexDirection, gridTemplateColumns } = getComputedStyle(box);
  if (display === 'flex') return /^column/.test(flexDirection);
  if (display === 'grid') return !/\d\S* +\S/.test(gridTemplateColumns);
  return /^(block|flow-root|list-item|table-cell)$/.test(display);
}
