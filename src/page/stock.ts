import { log } from '../guard.ts';
import type { Reading, Watched } from './adapter.ts';
import { findInArea, findProductForm, isOurs, listInArea } from './areas.ts';
import { type Cart, readCart } from './cart.ts';
import { readProvidedProduct } from './luma-configuration.ts';
import { type ProductIdentity, readProductIdentity } from './product-identity.ts';

/** The label that Magento prints for a sold-out product. */
export const SOLD_OUT_LABEL = '.stock.unavailable';

/** The class of a label counts; its text does not. */
export const WATCHED_STOCK: Watched = {
  elements: '.stock, [itemprop=availability]',
  attributes: {
    class: `${SOLD_OUT_LABEL}, .stock.available, .stock`,
    href: '[itemprop=availability]',
    content: '[itemprop=availability]',
  },
};

/** The stock that a page shows for its product. */
export interface Stock {
  readonly isSoldOut: boolean;
  /**
   * Whether the shop's GraphQL has to confirm `isSoldOut`. `wanted`: the widget asks GraphQL, and keeps what the page shows
   * unless GraphQL contradicts it. `required`: the widget offers nothing until GraphQL has confirmed it.
   */
  readonly confirmation: 'none' | 'wanted' | 'required';
}

/** Whether a part of the page shows that the product can be bought; undefined where the page lacks that part. */
type Sign = boolean | undefined;

interface Signs {
  readonly label: Sign;
  readonly structuredData: Sign;
  /** Whether Magento's own list of products marks the product as salable. */
  readonly provider: Sign;
  readonly cart: Cart;
  /** The element that `label` was read from. */
  readonly found: Element | undefined;
  /** Whether the page names its product at all. */
  readonly isKnown: boolean;
  /** Whether the area has the product's form. */
  readonly hasForm: boolean;
}

/**
 * Reads the stock of an area's product. No sign is trusted alone: themes rename the label or print it for other products,
 * shops switch it off, modules hide Add to Cart. A product that can be put into the cart is not sold out.
 */
export function readStock(area: Element, reading: Reading): Stock {
  const { form = findProductForm(area), identity = readProductIdentity(area, form) } = reading;
  const found = findLabel(area, identity, reading.soldOutLabel);
  const label = found && !found.matches(reading.soldOutLabel);
  const structuredData = readStructuredData(area, identity);
  const cart = readCart(area, form);
  // Magento prints the list in long scripts. They are not searched where Add to Cart is enabled and only the list could contradict it.
  const isAsked = cart !== 'open' || label === false || structuredData === false;
  const signs: Signs = {
    label,
    structuredData,
    provider: isAsked ? readProvidedProduct(area, identity?.id ?? '')?.isSalable : undefined,
    cart,
    found,
    isKnown: identity !== undefined,
    hasForm: form !== undefined,
  };
  const stock = judge(signs);
  if (identity) advise(identity, signs, stock, reading.soldOutLabel);
  return stock;
}

const IN_STOCK: Stock = { isSoldOut: false, confirmation: 'none' };

const soldOut = (confirmation: Stock['confirmation']): Stock => ({ isSoldOut: true, confirmation });

function judge(signs: Signs): Stock {
  const { label, structuredData, provider, cart, isKnown, hasForm } = signs;
  if (cart === 'open' || provider) return IN_STOCK;
  const claims = [label, structuredData, provider].filter((sign) => sign !== undefined);
  const against = claims.filter((sign) => !sign).length;
  if (against) return soldOut(judgeDenial(signs, against, against === claims.length));
  // For a sold-out product Magento prints a form that no button submits, or none; modules that hide Add to Cart do the same.
  if (isKnown && !claims.length && cart === 'none') return soldOut(hasForm ? 'wanted' : 'required');
  return IN_STOCK;
}

/** Judges how far the signs that mark the product as sold out can be trusted. */
function judgeDenial(
  { label, cart, found }: Signs,
  against: number,
  isAgreed: boolean,
): Stock['confirmation'] {
  const isStrong = isAgreed && (against > 1 || (cart === 'none' && !(found && isSuspect(found))));
  if (isStrong) return 'none';
  // Luma prints its button disabled, and enables it when its scripts have started.
  return cart === 'shut' || label ? 'required' : 'wanted';
}

/** Finds the product's own label. Labels of other products, in rows, tiles and cards, may follow it in the same column. */
function findLabel(
  area: Element,
  identity: ProductIdentity | undefined,
  soldOutLabel: string,
): HTMLElement | undefined {
  const column = findInArea(area, '.product-info-main') ?? area;
  return listInArea(column, `${soldOutLabel}, .stock.available`).find(
    (found) => !isOurs(found) && !isAnothers(area, identity, found),
  );
}

/** Whether a label may belong to a card of another product. Such a card has a link to its product. */
function isSuspect(label: Element): boolean {
  const box = label.parentElement;
  if (!box || box.querySelector('h1, form')) return false;
  return box.matches('li, article') || box.querySelector(LINK) !== null || isSuspect(box);
}

const LINK = 'a[href]:not([href^="#"])';

/** Reads the availability that some price templates of Hyvä, and extensions, print. */
function readStructuredData(area: Element, identity: ProductIdentity | undefined): Sign {
  const element = listInArea(area, '[itemprop=availability]').find((found) => {
    const product = found.closest('[itemtype$="/Product"]');
    return (!product || product.querySelector('h1, form')) && !isAnothers(area, identity, found);
  });
  const value = element?.getAttribute('href') ?? element?.getAttribute('content');
  return value ? !/outofstock|soldout|discontinued/i.test(value) : undefined;
}

/** Whether an area is about a grouped product. */
export function isGrouped(area: Element): boolean {
  return findInArea(area, '#super-product-table, body.page-product-grouped') !== undefined;
}

/**
 * Whether a sign is about another product. Each member of a grouped product has its own signs: in a table, in the form, or
 * beside its own SKU.
 */
function isAnothers(
  area: Element,
  identity: ProductIdentity | undefined,
  element: Element,
): boolean {
  const owner = element.closest<HTMLElement>('[data-sku]');
  const isAmongMembers = element.closest('form') !== null && isGrouped(area);
  const hasOtherSku = owner !== null && owner.dataset.sku !== identity?.sku;
  return isAmongMembers || hasOtherSku || element.closest('table') !== null;
}

/** Logs what a merchant has to settle: signs that contradict each other, and signs that are missing. */
function advise(
  { id, sku, name }: ProductIdentity,
  signs: Signs,
  stock: Stock,
  soldOutLabel: string,
): void {
  // Nothing to log: no sign marks the product as sold out, and missing signs matter only when it is taken as sold out.
  const isAgreed = ![signs.label, signs.structuredData, signs.provider].includes(false);
  if (isAgreed && !stock.isSoldOut) return;
  const claims = Object.entries({
    label: signs.label,
    'structured data': signs.structuredData,
    'x-magento-init': signs.provider,
  }).filter(([, sign]) => sign !== undefined);
  const isDenied = claims.some(([, sign]) => sign === false);
  const isDisputed = isDenied && (signs.cart !== 'none' || claims.some(([, sign]) => sign));
  const isSilent = stock.isSoldOut && !claims.length;
  if (!isDisputed && !isSilent) return;

  const said = claims.map(([sign, salable]) => `${sign}: ${salable ? 'in stock' : 'sold out'}`);
  if (signs.cart !== 'none') {
    said.push(`Add to Cart: ${signs.cart === 'shut' ? 'disabled' : 'there'}`);
  }
  const problem = isSilent
    ? `has neither a stock label (${soldOutLabel}) nor Add to Cart, as if it were sold out`
    : `seems to be both in stock and sold out (${said.join(', ')})`;
  const taken = stock.isSoldOut ? OUTCOMES[stock.confirmation] : 'It is taken as in stock';
  log(
    `product ${id || sku} (${name}) ${problem}. ${taken}. If that is wrong, name the theme's label in "stockLabel", or print data-back-in-stock-product.`,
    'warn',
  );
}

const OUTCOMES = {
  none: 'It is taken as sold out',
  wanted: "It is taken as sold out, unless the shop's GraphQL says otherwise",
  required: "It is taken as sold out only if the shop's GraphQL says so",
} as const;
