import { tell } from '../guard.ts';
import type { Reading } from './adapter.ts';
import { findInArea, findProductForm, listInArea } from './areas.ts';
import { type ProductIdentity, readProductIdentity } from './product-identity.ts';
import { readProvidedProduct } from './provider.ts';

/** The label that Magento prints for what is sold out. */
export const SOLD_OUT_LABEL = '.stock.unavailable';

/** What a page says of the stock of its product. */
export interface Stock {
  readonly isSoldOut: boolean;
  /**
   * True where that rests on what is missing from the page alone: a second source, the shop's GraphQL, has to be
   * asked.
   */
  readonly isDoubtful: boolean;
}

/** Whether a part of the page says that the product can be bought; undefined where the page does not have that part. */
type Sign = boolean | undefined;

/** Add to Cart: `open` when it can be pressed, `shut` when it is there and cannot, `none` when it is not there. */
type Cart = 'open' | 'shut' | 'none';

/**
 * Reads the stock of an area's product. No sign is trusted alone: themes rename the label or print it for other products,
 * shops switch it off, modules hide Add to Cart. What can be put into the cart is not sold out.
 */
export function readStock(area: Element, reading: Reading): Stock {
  const identity = readProductIdentity(area);
  const claims = {
    label: readLabel(area, identity, reading.soldOutLabel),
    'structured data': readStructuredData(area, identity),
    'x-magento-init': readProvidedProduct(area, identity?.id ?? '', reading.remember)?.isSalable,
  };
  const signs = Object.values(claims);
  const against = signs.filter((sign) => sign === false).length;
  const inFavour = signs.filter((sign) => sign === true).length;
  const cart = readCart(area);

  // Magento prints a form that nothing can send, or no form, for what is sold out; so do modules that hide Add to Cart.
  const isSilent = identity !== undefined && !against && !inFavour && cart === 'none';
  // Luma prints its button disabled, and enables it when its scripts have started.
  const isDenied = cart === 'shut' ? against > 1 && !inFavour : against > 0 && against >= inFavour;
  const isSoldOut = cart !== 'open' && (isSilent || isDenied);

  const taken = isSoldOut ? 'sold out' : 'in stock';
  if (isSilent) {
    advise(identity, 'the page has neither a stock label nor Add to Cart, as if it were sold out');
  } else if (against && (inFavour || cart !== 'none')) {
    advise(identity, `the page says both (${describe(claims, cart)}); it is taken as ${taken}`);
  }
  return { isSoldOut, isDoubtful: isSilent };
}

/** The label of the product itself. Its column may hold those of others, in rows, tiles and cards, after its own. */
function readLabel(
  area: Element,
  identity: ProductIdentity | undefined,
  soldOutLabel: string,
): Sign {
  const column = findInArea(area, '.product-info-main') ?? area;
  const label = listInArea(column, `${soldOutLabel}, .stock.available`).find(
    (found) => !isAnothers(area, identity, found),
  );
  return label && !label.matches(soldOutLabel);
}

/** Some price templates of Hyvä print it, and extensions do. */
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

/** Members of a grouped product have signs of their own, in a table, in the form, or beside a SKU of their own. */
function isAnothers(
  area: Element,
  identity: ProductIdentity | undefined,
  element: Element,
): boolean {
  const owner = element.closest<HTMLElement>('[data-sku]');
  const isAmongMembers = isGrouped(area) && element.closest('form') !== null;
  const hasOtherSku = owner !== null && owner.dataset.sku !== identity?.sku;
  return isAmongMembers || hasOtherSku || element.closest('table') !== null;
}

/** The buttons of Luma's box. */
const LUMA_CART =
  '.box-tocart button, .tocart, #product-addtocart-button, #product-updatecart-button';

/** Whatever else sends the form, as Hyvä's button outside of it does, and the quantities of a grouped product. */
const CART = `${LUMA_CART}, [type=submit]:not([formaction]), [name^="super_group["]`;

function readCart(area: Element): Cart {
  const form = findProductForm(area);
  const found = listInArea(area, CART).filter((element) =>
    form
      ? form.contains(element) || element.getAttribute('form') === form.id
      : element.matches(LUMA_CART),
  );
  if (!found.length) return 'none';
  const isPressable = (element: Element) =>
    element.matches('button, input, a') && !element.matches(':disabled, [aria-disabled=true]');
  return found.some(isPressable) ? 'open' : 'shut';
}

function describe(claims: Readonly<Record<string, Sign>>, cart: Cart): string {
  const signs = Object.entries(claims)
    .filter(([, sign]) => sign !== undefined)
    .map(([name, sign]) => `${name}: ${sign ? 'in stock' : 'sold out'}`);
  if (cart !== 'none') signs.push(`Add to Cart: ${cart === 'shut' ? 'disabled' : 'there'}`);
  return signs.join(', ');
}

/** Logs what a merchant has to settle. */
function advise({ id, sku, name }: Partial<ProductIdentity> = {}, problem: string): void {
  tell(
    `product ${id || sku} (${name}): ${problem}. If that is wrong, name the theme's label in "stockLabel", or print data-back-in-stock-product.`,
    'warn',
  );
}
