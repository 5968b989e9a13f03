import { listMembers } from '../catalogue/list-members.ts';
import type { Product } from '../catalogue/product.ts';
import { imageAddress } from '../configuration/image-address.ts';
import { describeProduct } from '../product-tag/describe-product.ts';

interface Item {
  readonly price: number;
  readonly image: string;
}

function listItems(product: Product): Readonly<Record<string, Item>> {
  if (product.type === 'configurable') {
    const colours = product.attributes.find(({ code }) => code === 'color');
    return Object.fromEntries(
      product.children.map(({ id, price, choice }) => {
        const colour = colours?.options.find((option) => option.id === choice[colours.id]);
        return [id, { price, image: imageAddress(product, colour?.label) }];
      }),
    );
  }
  const items = product.type === 'grouped' ? listMembers(product.members) : [product];
  return Object.fromEntries(
    items.map((item) => [item.id, { price: item.price, image: imageAddress(item) }]),
  );
}

/** What a storefront that is not Magento's fetches to draw the page of a product. */
export function describePage(product: Product) {
  return {
    page: product.page,
    price: product.price,
    description: product.description,
    image: imageAddress(product),
    /** Price and picture of each variant, by its id. */
    items: listItems(product),
    product: describeProduct(product),
  };
}
