import type { Product } from '../product/product.ts';
import type { Remember } from './adapter.ts';

/** The tiles of lists, search results and related products that are sold out, each with what it tells of its product. */
export function findSoldOutTiles(page: Document, remember: Remember): Map<Element, Product> {
  const tiles = new Map<Element, Product>();
  for (const label of page.querySelectorAll('.product-item .stock.unavailable')) {
    const tile = label.closest('.product-item');
    const product = tile && remember(label, () => readTile(tile) ?? null);
    if (product) tiles.set(tile, product);
  }
  return tiles;
}

/** A tile tells neither the type nor the SKU, so what can be subscribed to is found out when its button is pressed. */
function readTile(tile: Element): Product | undefined {
  const link = tile.querySelector<HTMLAnchorElement>('a[href]');
  const name = tile.querySelector('.product-item-link, .product-item-name') ?? link;
  const price = tile.querySelector<HTMLElement>('.price-box[data-product-id]');
  const info = tile.querySelector('[id^=product-item-info_]');
  const id = /\d+$/.exec(info?.id ?? '')?.[0] ?? price?.dataset.productId;
  if (!id || !link) return undefined;
  return {
    id,
    name: name?.textContent?.trim() ?? '',
    type: 'unknown',
    url: link.href,
    attributes: [],
    variants: [],
    isIncomplete: true,
  };
}
