import type { Watched } from './adapter.ts';
import { findInArea, findProductForm, isProductPage, listInArea } from './areas.ts';

/** What every product page contains about its product, whatever its type. For a configurable it is the parent. */
export interface ProductIdentity {
  /** Entity id; empty where the page contains only the SKU, as a Hyvä page may for a sold-out product. */
  readonly id: string;
  readonly sku: string | undefined;
  readonly name: string;
}

/** The elements that name the product. The name is text, so their contents count. */
export const WATCHED_IDENTITY: Watched = {
  elements: 'h1, [data-ui-id=page-title-wrapper], .sku, .attribute-sku, input[name=product]',
  contents: 'h1, [data-ui-id=page-title-wrapper], .sku, .attribute-sku',
  attributes: { value: 'input[name=product]', 'data-product-sku': 'form', 'data-sku': 'form' },
};

/** The price. On a page without a product form it alone contains the product's id. */
export const PRICE = '[id^=product-price-], [x-data^=initPrice]';

/** Reads the product that an area of the page is about; undefined when it is about none. */
export function readProductIdentity(
  area: Element,
  form = findProductForm(area),
): ProductIdentity | undefined {
  if (!form && !isProductPage(area)) return undefined;
  const { closest, getAttribute, querySelector }: Element = Object.getPrototypeOf(form ?? area);
  const field =
    form && (querySelector.call(form, 'input[name=product]') as HTMLInputElement | null);
  const column = (form && closest.call(form, '.product-info-main')) ?? area;
  const given =
    form && (getAttribute.call(form, 'data-product-sku') || getAttribute.call(form, 'data-sku'));
  const sku = given || readSku(column);
  const id = (form ? field?.value : idOfPrice(findPrice(area))) ?? '';
  const name = textOf(column, '[data-ui-id=page-title-wrapper]') ?? textOf(column, 'h1') ?? '';
  return id || sku ? { id, sku, name } : undefined;
}

/**
 * Finds the price of the area's product. In Hyvä it carries the product's id when there is no form. A menu or a card may
 * show prices of other products: the product's own price is the nearest to the heading.
 */
export function findPrice(area: Element): HTMLElement | undefined {
  const sku = readSku(area);
  const prices = listInArea(area, PRICE).filter((price) => {
    // Members of a grouped product and cards may carry a SKU of their own.
    const owner = price.closest<HTMLElement>('[data-sku]');
    return idOfPrice(price) && (!owner || owner.dataset.sku === sku);
  });
  const isSure = new Set(prices.map(idOfPrice)).size < 2;
  const near = isSure ? prices : listNearest(prices, findInArea(area, 'h1'));
  return new Set(near.map(idOfPrice)).size === 1 ? near[0] : undefined;
}

/** Reads the price of the area's product. Returns an empty text when the page shows no price, or another product's. */
export function readAmount(area: Element, id: string): string {
  const price = findPrice(area);
  if (!price || idOfPrice(price) !== id) return '';
  // The text of a price may use the digits of another script.
  const written = price.querySelector('[itemprop=price]')?.getAttribute('content');
  return written ?? price.dataset.priceAmount ?? price.textContent ?? '';
}

/** Lists the prices in the smallest ancestor of `start` that contains any of them. */
function listNearest(prices: readonly HTMLElement[], start: Element | undefined): HTMLElement[] {
  for (let box = start?.parentElement; box; box = box.parentElement) {
    const around = box;
    const inside = prices.filter((price) => around.contains(price));
    if (inside.length) return inside;
  }
  return [];
}

const idOfPrice = (price: Element | undefined) =>
  PRICE_ID.exec(price?.id || (price?.getAttribute('x-data') ?? ''))?.[1];

const readSku = (column: Element) =>
  textOf(column, '.sku [itemprop=sku], .attribute-sku .product-detail-value');

/** Does not match the names in tiles, which start with `initPriceBox_` and contain no product id. */
const PRICE_ID = /^(?:product-price-|initPrice)(\d+)/;

function textOf(area: Element, selector: string): string | undefined {
  return findInArea(area, selector)?.textContent?.trim() || undefined;
}
