import type {
  Attribute,
  BundleProduct,
  Child,
  ConfigurableProduct,
  GroupedProduct,
  PlainProduct,
  Product,
} from '../catalogue/product.ts';
import { listMembers, listVariants } from '../catalogue/stock.ts';
import type { ShopState } from './answer-graphql.ts';

function describeType(product: Product, state: ShopState) {
  switch (product.type) {
    case 'configurable':
      return describeConfigurable(product, state);
    case 'grouped':
      return describeGrouped(product, state);
    case 'bundle':
      return describeBundle(product, state);
    default:
      return {};
  }
}

/** A product as GraphQL gives it; undefined when the shop hides it. */
export function describeItem(product: Product, state: ShopState) {
  // Something with children is in stock when one of them is.
  const isInStock = listVariants(product).some((variant) => isSalable(variant, state));
  if (!isFound(isInStock, state)) return undefined;
  return { ...describeBasics(product, isInStock), ...describeType(product, state) };
}

function toOption(product: ConfigurableProduct, attribute: Attribute, position: number) {
  return {
    uid: encodeUid(`${product.id}/${attribute.id}`),
    attribute_id: attribute.id,
    attribute_id_v2: Number(attribute.id),
    attribute_uid: encodeUid(attribute.id),
    attribute_code: attribute.code,
    label: attribute.label,
    position,
    use_default: false,
    product_id: Number(product.id),
    // All of them, also where every child with the option is hidden.
    values: attribute.options.map(({ id, label }) => ({
      value_index: Number(id),
      uid: encodeUid(`configurable/${attribute.id}/${id}`),
      label,
      default_label: label,
      store_label: label,
      use_default_value: true,
    })),
  };
}

function toVariant({ attributes }: ConfigurableProduct, child: Child, state: ShopState) {
  return {
    product: describeBasics(child, isSalable(child, state)),
    attributes: attributes.map(({ id, code, options }) => {
      const optionId = child.choice[id];
      return {
        code,
        label: options.find((option) => option.id === optionId)?.label,
        value_index: Number(optionId),
        uid: encodeUid(`configurable/${id}/${optionId}`),
      };
    }),
  };
}

/** What GraphQL tells of a configurable beyond the basics. */
export function describeConfigurable(product: ConfigurableProduct, state: ShopState) {
  return {
    configurable_options: product.attributes.map((attribute, position) =>
      toOption(product, attribute, position),
    ),
    variants: product.children
      .filter((child) => isFound(isSalable(child, state), state))
      .map((child) => toVariant(product, child, state)),
  };
}

/** What GraphQL tells of a grouped product beyond the basics. */
export function describeGrouped(product: GroupedProduct, state: ShopState) {
  const members = listFoundMembers(product.members, state);
  return {
    items: members.map((member, place) => ({ qty: 0, position: place + 1, product: member })),
  };
}

/** What GraphQL tells of a bundle beyond the basics. */
export function describeBundle({ parts }: BundleProduct, state: ShopState) {
  return {
    items: parts.map(({ id, title, members }, place) => ({
      option_id: Number(id),
      uid: encodeUid(id),
      title,
      required: true,
      position: place + 1,
      options: listFoundMembers(members, state).map((member, position) => ({
        id: member.id,
        uid: encodeUid(`bundle/${id}/${member.id}/1`),
        quantity: 1,
        position: position + 1,
        label: member.name,
        product: member,
      })),
    })),
  };
}

/** The members of a group or a part of a bundle, those that GraphQL has. */
export function listFoundMembers(pages: readonly string[], state: ShopState) {
  return listMembers(pages)
    .filter((member) => isFound(isSalable(member, state), state))
    .map((member) => describeBasics(member, isSalable(member, state)));
}

const TYPE_NAMES: Readonly<Record<Product['type'], string>> = {
  simple: 'SimpleProduct',
  virtual: 'VirtualProduct',
  downloadable: 'DownloadableProduct',
  configurable: 'ConfigurableProduct',
  grouped: 'GroupedProduct',
  bundle: 'BundleProduct',
};

/** What GraphQL tells of every product; a child of a configurable is a simple one. */
export function describeBasics(product: Product | Child, isInStock: boolean) {
  const type = 'type' in product ? product.type : 'simple';
  return {
    __typename: TYPE_NAMES[type],
    id: Number(product.id),
    uid: encodeUid(product.id),
    sku: product.sku,
    name: product.name,
    url_key: 'page' in product ? product.page : product.sku.toLowerCase(),
    type_id: type,
    stock_status: isInStock ? 'IN_STOCK' : 'OUT_OF_STOCK',
  };
}

/** Whether GraphQL has it: where out-of-stock products are hidden, they cannot be found. */
export function isFound(isInStock: boolean, { stock }: ShopState): boolean {
  return isInStock || stock === 'shown';
}

/** Whether something that is bought under its own id is in stock now. */
export function isSalable(
  product: Child | PlainProduct | BundleProduct,
  { isRestocked }: ShopState,
): boolean {
  return product.inStock || isRestocked(product.id);
}

/** Magento's `uid`: an id, or a path to one, in base64. */
export function encodeUid(id: string): string {
  return Buffer.from(id).toString('base64');
}
