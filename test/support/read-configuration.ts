import { type Document as HappyDocument, Window } from 'happy-dom';
import { vi } from 'vitest';
import { CATALOGUE } from '../../demo/catalogue/catalogue.ts';
import type { ConfigurableProduct } from '../../demo/catalogue/product.ts';
import { createPageReader, readPage } from '../../src/page/product-page.ts';
import type { Product } from '../../src/product/product.ts';

/** A configurable product of the demo's catalogue, by the last part of its page's address. */
export function findConfigurable(page: string): ConfigurableProduct {
  const found = CATALOGUE.find((product) => product.page === page);
  if (found?.type !== 'configurable') throw new Error(`${page} is no configurable product.`);
  return found;
}

/** The product that configuration JSON is about, where it says so. */
function readProductId(json: unknown): string {
  const { productId } = Object(json) as { productId?: unknown };
  return typeof productId === 'string' ? productId : '2013';
}

/** A document without a browser: the smallest page that holds the configurable product of this JSON. */
function createConfigurablePage(window: Window, json: unknown): HappyDocument {
  const { document } = window;
  document.body.className = 'catalog-product-view page-product-configurable';
  document.body.innerHTML = `<div class="product-info-main">
    <h1><span data-ui-id="page-title-wrapper">Trail Runner 2</span></h1>
    <form id="product_addtocart_form" data-product-sku="TR2">
      <input type="hidden" name="product" value="${readProductId(json)}">
      <div class="swatch-opt" data-role="swatch-options"></div>
    </form></div>`;
  return document;
}

/** What a page makes of configuration JSON that Magento has printed into its `text/x-magento-init` script. */
export function readPrinted(json: unknown): Product | undefined {
  const page = createConfigurablePage(new Window(), json);
  const source = typeof json === 'string' ? json : JSON.stringify(json);
  const script = page.createElement('script');
  script.setAttribute('type', 'text/x-magento-init');
  script.textContent = `{"[data-role=swatch-options]":{"Magento_Swatches/js/swatch-renderer":{"jsonConfig":${source}}}}`;
  page.body.append(script);
  return readPage(createPageReader(page as unknown as Document, '', {}))[0]?.product;
}

/** What a page makes of the same JSON once Magento's swatch widget holds it. */
export function readStarted(jsonConfig: unknown): Product | undefined {
  const window = new Window();
  const page = createConfigurablePage(window, jsonConfig);
  const widget = { options: { jsonConfig } };
  const data = (key: string) => (key === 'mage-SwatchRenderer' ? widget : undefined);
  vi.stubGlobal('jQuery', () => ({ data }));
  const read = readPage(createPageReader(page as unknown as Document, '', {}))[0]?.product;
  vi.stubGlobal('jQuery', undefined);
  return read;
}

/** The ids of what a product says cannot be bought, in its own order. */
export function soldOutIds(product: Product | undefined): string[] | undefined {
  return product?.variants.filter(({ salable }) => !salable).map(({ id }) => id);
}
