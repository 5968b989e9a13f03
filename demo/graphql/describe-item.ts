import type {
  Attribute,
  BundleProduct,
  Child,
  ConfigurableProduct,
  GroupedProduct,
  PlainProduct,
  Product,
} from '../catalogue/product.ts';
import { isInStock, listMembers, listVariants } from '../catalogue/stock.ts';
import type { ShopState } from './answer-graphql.ts';

/** A product as GraphQL describes it. Undefined: the shop hides it. */
export function describeItem(product: Product, state: ShopState) {
  const canBeBought = listVariants(product).some((variant) => isSalable(variant, state));
  if (!isFound(canBeBought, state)) return undefined;
  return { ...describeBasics(product, canBeBought), ...describeType(product, state) };
}

/** The fields that only the type of the product has. */
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

function describeConfigurable(product: ConfigurableProduct, state: ShopState) {
  return {
    configurable_options: product.attributes.map((attribute, position) =>
      describeAttribute(product, attribute, position),
    ),
    variants: product.children
      .filter((child) => isFound(isSalable(child, state), state))
      .map((child) => describeVariant(product, child, state)),
  };
}

function describeAttribute(product: ConfigurableProduct, attribute: Attribute, position: number) {
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
    // Magento lists all options, even if every child with an option is hidden.
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

function describeVariant({ attributes }: ConfigurableProduct, child: Child, state: ShopState) {
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

function describeGrouped(product: GroupedProduct, state: ShopState) {
  const members = listFoundMembers(product.members, state);
  return {
    items: members.map((member, place) => ({ qty: 0, position: place + 1, product: member })),
  };
}

function describeBundle({ parts }: BundleProduct, state: ShopState) {
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

/** The members of a grouped product, or of a part of a bundle, that GraphQL finds. */
function listFoundMembers(pages: readonly string[], state: ShopState) {
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

/** The fields that every product has. A child of a configurable product is a simple product. */
function describeBasics(product: Product | Child, canBeBought: boolean) {
  const type = 'type' in product ? product.type : 'simple';
  return {
    __typename: TYPE_NAMES[type],
    id: Number(product.id),
    uid: encodeUid(product.id),
    sku: product.sku,
    name: product.name,
    url_key: 'page' in product ? product.page : product.sku.toLowerCase(),
    type_id: type,
    stock_status: canBeBought ? 'IN_STOCK' : 'OUT_OF_STOCK',
  };
}

/** Where out-of-stock products are hidden, GraphQL does not find them. */
function isFound(canBeBought: boolean, { stock }: ShopState): boolean {
  return canBeBought || stock === 'shown';
}

/** Whether something that has an id of its own in the cart can be bought now. */
function isSalable(
  product: Child | PlainProduct | BundleProduct,
  { isRestocked }: ShopState,
): boolean {
  return isInStock(product) || isRestocked(product.id);
}

/** Magento's `uid` is an id, or a path of ids, in base64. */
function encodeUid(id: string): string {
  return Buffer.from(id).toString('base64');
}
