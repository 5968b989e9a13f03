import type { Attribute, Child, ConfigurableProduct } from '../catalogue/product.ts';
import { describeBasics } from './describe-basics.ts';
import { encodeUid } from './encode-uid.ts';
import { isFound } from './is-found.ts';
import { isSalable } from './is-salable.ts';
import type { ShopState } from './shop-state.ts';

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
