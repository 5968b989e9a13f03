import { AsyncLocalStorage } from 'node:async_hooks';
import { CATALOGUE } from './catalogue.ts';
import type { StoreSettings } from './configuration.ts';
import type { BundleProduct, Child, PlainProduct, Product } from './product.ts';

/** What a running shop says of the stock of an item, by its id. Undefined: what the catalogue says holds. */
export type ReadStock = (id: string) => boolean | undefined;

/**
 * The stock of the shop that answers the request at hand. Several shops run in one process during the tests, each with
 * stock of its own; so it belongs to the request, and no page has to pass it on.
 */
const stockOfShop = new AsyncLocalStorage<ReadStock>();

/** Does this work with the stock of a running shop. */
export function withStock<Result>(readStock: ReadStock, work: () => Result): Result {
  return stockOfShop.run(readStock, work);
}

function isOnHand({ id, inStock }: Child | PlainProduct | BundleProduct): boolean {
  return stockOfShop.getStore()?.(id) ?? inStock;
}

/**
 * Whether a variant can be bought, or anything of a product that has several. Every page and every answer that says
 * something of stock asks here.
 */
export function isInStock(item: Product | Child): boolean {
  if (!('type' in item)) return isOnHand(item);
  switch (item.type) {
    case 'configurable':
      return item.children.some(isInStock);
    case 'grouped':
      return listMembers(item.members).some(isInStock);
    default:
      return isOnHand(item);
  }
}

/** Whether anything of the product is sold out. */
export function hasSoldOut(product: Product): boolean {
  return !listVariants(product).every(isInStock);
}

/** What of a product can be sold out: its children or members, or the product itself. */
export function listVariants(product: Product): readonly (Child | PlainProduct | BundleProduct)[] {
  if (product.type === 'configurable') return product.children;
  return product.type === 'grouped' ? listMembers(product.members) : [product];
}

/** The simple products whose pages a grouped product or a part of a bundle names. */
export function listMembers(pages: readonly string[]): readonly PlainProduct[] {
  return pages.map((page) => {
    const member = CATALOGUE.find((product) => product.page === page);
    if (member?.type !== 'simple') throw new Error(`${page} is no simple product.`);
    return member;
  });
}

/** The members that a page shows. */
export function listShownMembers(
  pages: readonly string[],
  { stock }: Pick<StoreSettings, 'stock'>,
): readonly PlainProduct[] {
  return listMembers(pages).filter((member) => stock === 'shown' || isInStock(member));
}

/** Magento prints no price for a configurable product whose children are all sold out. */
export function hasPrice(product: Product): boolean {
  return product.type !== 'configurable' || isInStock(product);
}

/**
 * The related products of a page: two that are sold out, unless the shop hides them, and two that can be bought. The
 * sold-out ones come first.
 */
export function listRelated(
  current: Product,
  { stock }: Pick<StoreSettings, 'stock'>,
): readonly Product[] {
  const others = CATALOGUE.filter((product) => product.id !== current.id);
  const soldOut = others.filter((product) => stock === 'shown' && !isInStock(product));
  return [...soldOut.slice(0, 2), ...others.filter(isInStock).slice(0, 2)];
}
