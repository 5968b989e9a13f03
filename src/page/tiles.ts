import { soldOutVariants } from '../product/offer.ts';
import type { Product } from '../product/product.ts';
import type { Reading, Remember } from './adapter.ts';
import { TILE } from './areas.ts';
import { hasCartButton } from './cart.ts';
import { isForInner, type ProductTag } from './product-tags.ts';

/**
 * Finds the sold-out tiles of lists, search results and related products, and the product of each. A tile is sold out
 * when it shows the sold-out label and has no button to add to the cart. Luma prints no label on related products; there,
 * only a product tag printed by the server marks the product as sold out.
 */
export function findSoldOutTiles(
  root: Element,
  tags: readonly ProductTag[],
  mark: string,
  { remember, soldOutLabel }: Reading,
): Map<Element, Product> {
  const printed = groupById(tags);
  const tiles = new Map<Element, Product>();
  for (const label of root.querySelectorAll(`${TILE} :is(${soldOutLabel})`)) {
    const tile = label.closest(TILE);
    if (tile) add(tile);
  }
  for (const tag of tags.filter(isSoldOut)) {
    for (const tile of listTiles(root, tag, mark)) add(tile);
  }
  return tiles;

  function add(tile: Element): void {
    if (tiles.has(tile)) return;
    const product = readTile(tile, remember);
    const tag = product && findTag(printed.get(product.id), tile, mark);
    if (tag) {
      tiles.set(
        tile,
        remember(product, () => ({ ...tag.product, url: product.url }), tag),
      );
    } else if (product) tiles.set(tile, product);
  }
}

function groupById(tags: readonly ProductTag[]): Map<string, ProductTag[]> {
  const groups = new Map<string, ProductTag[]>();
  for (const tag of tags) {
    const { id } = tag.product;
    groups.set(id, [...(groups.get(id) ?? []), tag]);
  }
  return groups;
}

/** The tag that describes the product of a tile: a tag in the tile itself, else one elsewhere on the page. */
function findTag(tags: readonly ProductTag[] | undefined, tile: Element, mark: string) {
  const own = tags?.find(({ inner }) => inner === tile);
  return own ?? tags?.find((tag) => isForInner(tag, tile, mark));
}

/** The tiles that a tag is about: the one that it stands in, else all of its product. */
function listTiles(root: Element, tag: ProductTag, mark: string): Element[] {
  if (tag.inner?.classList.contains('product-item')) return [tag.inner];
  return findTiles(root, tag.product.id).filter((tile) => isForInner(tag, tile, mark));
}

/** The tiles of a product, wherever they are. */
function findTiles(root: Element, id: string): Element[] {
  const marks = root.querySelectorAll(
    `[id="product-item-info_${id}"], ${TILE} .price-box[data-product-id="${id}"], ${TILE} .tocompare[data-post], ${TILE} .towishlist[data-post]`,
  );
  return [...marks].flatMap((mark) => {
    const tile = mark.closest(TILE);
    return tile && readId(tile) === id ? [tile] : [];
  });
}

function isSoldOut({ product }: ProductTag): boolean {
  return product.variants.length > 0 && soldOutVariants(product).length === product.variants.length;
}

/**
 * A tile contains neither the type nor the SKU, and some tiles not even the id. So the widget looks up what a shopper can
 * subscribe to when the shopper presses the tile's button.
 */
function readTile(tile: Element, remember: Remember): Product | undefined {
  const link = findLink(tile);
  if (!link) return undefined;
  const read = (): Product | undefined => {
    if (hasCartButton(tile)) return undefined;
    const name = tile.querySelector('.product-item-link, .product-item-name') ?? link;
    return {
      id: readId(tile),
      name: name.textContent?.trim() ?? '',
      type: 'unknown',
      url: link.href,
      attributes: [],
      variants: [],
      isIncomplete: true,
    };
  };
  // A theme may show another product in the same elements.
  return remember(tile, read, link.href);
}

/** The link to the product. One before it may be pressed for something else, a quick view for example. */
function findLink(tile: Element): HTMLAnchorElement | undefined {
  const first = tile.querySelector<HTMLAnchorElement>('a[href]');
  if (!first || isOfShop(first)) return first ?? undefined;
  return [...tile.querySelectorAll<HTMLAnchorElement>('a[href]')].find(isOfShop);
}

/** A button that runs a script, or leads to another shop, is worse than none. */
function isOfShop({ protocol, origin }: HTMLAnchorElement): boolean {
  return /^https?:$/.test(protocol) && origin === location.origin;
}

/**
 * Related products have no id on the tile, and a configurable whose children are all sold out has no price. Their links to
 * compare and to the wish list contain the id.
 */
function readId(tile: Element): string {
  const info = tile.querySelector('[id^=product-item-info_]');
  const price = tile.querySelector<HTMLElement>('.price-box[data-product-id]');
  const link = tile.querySelector<HTMLElement>('.tocompare[data-post], .towishlist[data-post]');
  return (
    /\d+$/.exec(info?.id ?? '')?.[0] ??
    price?.dataset.productId ??
    /"product":\s*"?(\d+)/.exec(link?.dataset.post ?? '')?.[1] ??
    ''
  );
}
