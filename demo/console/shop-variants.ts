import { CATALOGUE } from '../catalogue/catalogue.ts';
import { findItem, type Item, listItems } from '../catalogue/items.ts';
import { childImageAddress, imageAddress } from '../catalogue/product.ts';
import type { DescribeVariant, ListedVariant } from '../loop/inventory.ts';

/** The variants of the catalogue, with the stock that the loop begins with. */
export function listShopVariants(): readonly ListedVariant[] {
  return CATALOGUE.flatMap(listItems).map(toListedVariant);
}

/**
 * The variant with this id or SKU, whatever the shop sells. The thousands of products that only fill up long lists are
 * taken into the loop when somebody first asks for one: a console that shows all of them would show nothing.
 */
export function findShopVariant(idOrSku: string): ListedVariant | undefined {
  const found = findItem(idOrSku);
  return found && toListedVariant(found);
}

/** The catalogue knows only whether something is in stock. How much of it, differs from variant to variant. */
function toListedVariant({ item: { id, sku, inStock } }: Item): ListedVariant {
  return { id, sku, quantity: inStock ? 4 + ((Number(id) * 7) % 23) : 0 };
}

/** What the shop on this origin says of its variants. E-mails need whole addresses. */
export function createDescribeVariant(origin: string): DescribeVariant {
  return (id) => {
    const found = findItem(id);
    if (!found) return undefined;
    const { item, product } = found;
    return {
      id: item.id,
      sku: item.sku,
      productId: product.id,
      productName: product.name,
      options: tellOptions(found),
      url: `${origin}/shop/${product.page}`,
      imageUrl: `${origin}${tellImageAddress(found)}`,
      price: `$${item.price.toFixed(2)}`,
    };
  };
}

function tellOptions({ item, product }: Item): string {
  if (product.type !== 'configurable' || !('choice' in item)) return '';
  const labels = product.attributes.map(
    ({ id, options }) => options.find((option) => option.id === item.choice[id])?.label,
  );
  return labels.join(' / ');
}

function tellImageAddress({ item, product }: Item): string {
  return product.type === 'configurable' && 'choice' in item
    ? childImageAddress(product, item)
    : imageAddress(product);
}
