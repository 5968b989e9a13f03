import { findInArea, findProductForm, isProductPage, listInArea } from './areas.ts';

/** What every product page tells of its product, whatever its type. For a configurable it is the parent. */
export interface ProductIdentity {
  /** Entity id; empty where the page tells the SKU alone, as Hyvä may of what is sold out. */
  readonly id: string;
  readonly sku: string | undefined;
  readonly name: string;
}

/** Reads the product that an area of the page is about; undefined when it is about none. */
export function readProductIdentity(area: Element): ProductIdentity | undefined {
  const form = findProductForm(area);
  if (!form && !isProductPage(area)) return undefined;
  const field = form?.querySelector<HTMLInputElement>('input[name=product]');
  const column = form?.closest('.product-info-main') ?? area;
  const sku =
    form?.dataset.productSku ||
    form?.dataset.sku ||
    textOf(column, '.sku [itemprop=sku], .attribute-sku .product-detail-value');
  const id = (form ? field?.value : readPriceId(area, sku)) ?? '';
  const name = textOf(column, '[data-ui-id=page-title-wrapper]') ?? textOf(column, 'h1') ?? '';
  return id || sku ? { id, sku, name } : undefined;
}

/**
 * Hyvä prints no form for what is sold out: there the price carries the id, unless it is that of a member or of a card,
 * which carry a SKU of their own.
 */
function readPriceId(area: Element, sku: string | undefined): string | undefined {
  for (const price of listInArea(area, '[id^=product-price-], [x-data^=initPrice]')) {
    const id = PRICE.exec(price.id || (price.getAttribute('x-data') ?? ''))?.[1];
    const owner = price.closest<HTMLElement>('[data-sku]');
    if (id && (!owner || owner.dataset.sku === sku)) return id;
  }
  return undefined;
}

/** Tiles have names of another kind, `initPriceBox_` with what is no product's id. */
const PRICE = /^(?:product-price-|initPrice)(\d+)/;

function textOf(area: Element, selector: string): string | undefined {
  return findInArea(area, selector)?.textContent?.trim() || undefined;
}
