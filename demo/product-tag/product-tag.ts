import { html, raw } from 'hono/html';
import type { Product } from '../catalogue/product.ts';
import type { Markup } from '../pages/markup.ts';
import type { PageRequest } from '../pages/page-request.ts';
import { printJson } from '../pages/print-json.ts';
import { describeProduct } from './describe-product.ts';

function printContent(product: Product, kind: PageRequest['data']) {
  const data = describeProduct(product);
  if (kind === 'wrong') return printJson({ ...data, variants: data.variants.length });
  const json = String(printJson(data));
  return raw(kind === 'broken' ? json.slice(0, json.length / 2) : json);
}

/**
 * Product data that a merchant prints, where the request asks for them. The Magento module prints its own, and none
 * for tiles.
 */
export function productTag(product: Product, { data = 'none', way }: PageRequest): Markup | '' {
  if (data === 'none' || way === 'module') return '';
  return html`<script type="application/json" data-back-in-stock-product>${printContent(product, data)}</script>`;
}
