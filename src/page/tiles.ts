import type { Product } from '../product/product.ts';
import type { Remember } from './adapter.ts';

/** The tiles of lists, search results and related products that are sold out, each with what it tells of its product. */
export function findSoldOutTiles(page: Document, remember: Remember): Map<Element, Product> {
  const tiles = new Map<Element, Product>();
  for (const label of page.querySelectorAll('.product-item .stock.unavailable')) {
    const tile = label.closest('.product-item');
    const link = tile?.querySelector<HTMLAnchorElement>('a[href]');
    // A theme may show another product in the same elements.
    if (tile && link)
      tiles.set(
        tile,
        remember(label, () => readTile(tile, link), link.href),
      );
  }
  return tiles;
}

/**
 * A tile tells neither the type nor the SKU, and some do not even tell the id, so what can be subscribed to is
 * found out when its button is pressed.
 */
function readTile(tile: Element, link: HTMLAnchorElement): Product {
  const name = tile.querySelector('.product-item-link, .product-item-name') ?? link;
  const price = tile.querySelector<HTMLElement>('.price-box[data-product-id]');
  const info = tile.querySelector('[id^=product-item-info_]');
  return {
    id: /\d+$/.exec(info?.id ?? '')?.[0] ?? price?.dataset.productId ?? '',
    name: name.textContent?.trim() ?? '',
    type: 'unknown',
    url: link.href,
    attributes: [],
    variants: [],
    isIncomplete: true,
  };
}
