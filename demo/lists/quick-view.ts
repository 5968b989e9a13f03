import { html } from 'hono/html';
import { imageAddress, type Product } from '../catalogue/product.ts';
import { productTag } from '../catalogue/product-data.ts';
import { productForm } from '../luma/product-form.ts';
import { productInfo } from '../luma/product-info.ts';
import type { Markup } from '../page/page-parts.ts';
import type { PageRequest } from '../page/page-request.ts';

/** A product as on its own page, without that page. */
function productAsPrinted(product: Product, request: PageRequest): Markup {
  // A bundle's form stands outside the column.
  const bundleForm = product.type === 'bundle' ? productForm(product, request) : '';
  return html`<div class="quick-view">
    <div class="product media"><div class="gallery-placeholder"><img class="gallery-placeholder__image" src="${imageAddress(product)}" width="400" height="400" alt="${product.name}"></div></div>
    ${productInfo(product, request, { belowPrice: '', belowForm: '' })}
    ${bundleForm}
  </div>`;
}

/** Markup of an extension's own: of Magento's there is nothing, but the tag with product data says what it is about. */
function productOfItsOwn(product: Product, request: PageRequest): Markup {
  return html`<div class="quick-view">
    <img class="gallery-placeholder__image" src="${imageAddress(product)}" width="400" height="400" alt="${product.name}">
    <div class="preview">
      <h1 class="preview-name">${product.name}</h1>
      <p class="preview-price">$${product.price.toFixed(2)}</p>
      <p>${product.description}</p>
      <p><a href="/shop/${product.page}">All about it</a></p>
      ${productTag(product, { ...request, data: 'tag', way: 'script' })}
    </div>
  </div>`;
}

/**
 * Gives every id a new name, in what it is and in what names it: the page has each id once, and Magento's components find
 * their elements all the same.
 */
function renameIds(markup: string): string {
  return markup
    .replaceAll(/(\s(?:id|for|form|aria-labelledby)=")/g, '$1quickview_')
    .replaceAll('"#product_addtocart_form"', '"#quickview_product_addtocart_form"');
}

/** What an extension fetches for its quick view. */
export async function quickViewFragment(product: Product, request: PageRequest): Promise<string> {
  if (request.quickView === 'tag') return productOfItsOwn(product, request);
  const printed = productAsPrinted(product, request);
  return request.quickView === 'renamed' ? renameIds(String(await printed)) : printed;
}
