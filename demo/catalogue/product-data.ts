import { html, raw } from 'hono/html';
import type { ProductData } from '../../src/product/product-data.ts';
import { type Markup, printJson } from '../page/page-parts.ts';
import type { PageRequest } from '../page/page-request.ts';
import type { Attribute, Product } from './product.ts';
import { listVariants } from './stock.ts';

function describeOptions(
  attributes: readonly Attribute[],
  choice: Readonly<Record<string, string>>,
) {
  const entries = attributes.map((attribute) => {
    const option = attribute.options.find((entry) => entry.id === choice[attribute.id]);
    return [attribute.id, { id: option?.id ?? '', label: option?.label ?? '' }] as const;
  });
  return Object.fromEntries(entries);
}

/** A product in the format in which shops tell the widget of it: all of it, whatever the shop shows. */
export function describeProduct(product: Product): ProductData {
  const attributes = product.type === 'configurable' ? product.attributes : [];
  return {
    id: product.id,
    sku: product.sku,
    name: product.name,
    type: product.type,
    storeId: '1',
    storeCode: 'default',
    attributes: attributes.map(({ id, code, label }) => ({ id, code, label })),
    variants: listVariants(product).map((variant) => ({
      id: variant.id,
      sku: variant.sku,
      name: variant.name,
      ...('choice' in variant && { options: describeOptions(attributes, variant.choice) }),
      salable: variant.inStock,
    })),
  };
}

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
