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

/** The tag that the Magento module prints at the end of the body, where the request asks for it. */
export function productTag(product: Product, { data = 'none' }: PageRequest): Markup | '' {
  if (data === 'none') return '';
  return html`<script type="application/json" data-back-in-stock-product>${printContent(product, data)}</script>`;
}
