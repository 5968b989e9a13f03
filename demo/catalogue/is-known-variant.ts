import { CATALOGUE } from '../catalogue.ts';

/**
 * Whether Klaviyo's catalogue would hold an item of this id or SKU. A configurable parent does not
 * count: nobody can buy it, so nobody can be told that it is back.
 */
export function isKnownVariant(variant: string): boolean {
  const items = CATALOGUE.flatMap((product): readonly { id: string; sku: string }[] =>
    product.type === 'configurable' ? product.children : [product],
  );
  return items.some((item) => item.id === variant || item.sku === variant);
}
