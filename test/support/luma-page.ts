import { afterEach, vi } from 'vitest';
import { CATALOGUE } from '../../demo/catalogue/catalogue.ts';
import type { StoreSettings } from '../../demo/catalogue/configuration.ts';
import type { Product } from '../../demo/catalogue/product.ts';
import { productPage } from '../../demo/luma/product-page.ts';

/** The product pages of the demo shop, shown in the test's document, with their scripts left out. */

type Window = typeof globalThis & { checkout?: unknown; jQuery?: unknown };

export interface PageSettings extends Partial<StoreSettings> {
  readonly placeholders?: number;
  /** Stands in for the name of the product. */
  readonly name?: string;
  /** What the page's checkout data calls the store view; null when it has none. */
  readonly storeId?: unknown;
}

/** A product of the shop by the last part of its page's address. */
export function findProduct(page: string): Product {
  const product = CATALOGUE.find((candidate) => candidate.page === page);
  if (!product) throw new Error(`The shop has no ${page}.`);
  return product;
}

/** Shows a product page as it is after Magento has printed it and before any script has run. */
export async function showProductPage(page: string, settings: PageSettings = {}): Promise<void> {
  const { stock = 'shown', magento = '2.4.6', placeholders = 0, storeId = '1' } = settings;
  const catalogued = findProduct(page);
  const product = { ...catalogued, name: settings.name ?? catalogued.name };
  const request = {
    stock,
    magento,
    placeholders,
    delay: 0,
    way: 'none',
    options: {},
    hasStrictPolicy: false,
    isHostile: false,
    language: 'en',
    isRightToLeft: false,
    hasCheckout: true,
    name: undefined,
    isBare: false,
  } as const;
  showMarkup(String(await productPage(product, request, '')));
  if (storeId !== null) (window as Window).checkout = { storeId };
}

/** Shows the body of a page. */
export function showMarkup(markup: string): void {
  const [, attributes = '', content = markup] = /<body([^>]*)>([\s\S]*)<\/body>/.exec(markup) ?? [];
  document.body.className = /class="([^"]*)"/.exec(attributes)?.[1] ?? '';
  // Scripts to run would be looked for on a server; those that are only data stay.
  document.body.innerHTML = content.replace(
    /<script(?![^>]*x-magento-init)[\s\S]*?<\/script>/g,
    '',
  );
}

/** The store view's id, as Magento's checkout data gives it. */
export function setStoreView(storeId: unknown): void {
  (window as Window).checkout = { storeId };
}

/** Ends the page: nothing of it is there in the next test. */
export function leavePage(): void {
  document.body.innerHTML = '';
  document.body.removeAttribute('class');
  document.body.removeAttribute('style');
  delete (window as Window).checkout;
  delete (window as Window).jQuery;
}

afterEach(() => {
  leavePage();
  vi.unstubAllGlobals();
});
