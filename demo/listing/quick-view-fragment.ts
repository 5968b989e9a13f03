import { html } from 'hono/html';
import type { Product } from '../catalogue/product.ts';
import { imageAddress } from '../configuration/image-address.ts';
import type { Markup } from '../pages/markup.ts';
import type { PageRequest } from '../pages/page-request.ts';
import { productForm } from '../pages/product-form.ts';
import { productInfo } from '../pages/product-info.ts';

/** What an extension fetches for its quick view: a product as on its own page, without that page. */
export function quickViewFragment(product: Product, request: PageRequest): Markup {
  // A bundle's form stands outside the column.
  const bundleForm = product.type === 'bundle' ? productForm(product, request) : '';
  return html`<div class="quick-view">
    <div class="product media"><div class="gallery-placeholder"><img class="gallery-placeholder__image" src="${imageAddress(product)}" width="400" height="400" alt="${product.name}"></div></div>
    ${productInfo(product, request, { belowPrice: '', belowForm: '' })}
    ${bundleForm}
  </div>`;
}
