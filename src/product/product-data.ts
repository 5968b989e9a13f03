import { log } from '../guard.ts';
import type { Product, Variant } from './product.ts';

/** An id, as a text or as a number. */
type Id = string | number;

/**
 * A product as the page, the merchant's own code and modules provide it: the format of the JSON tag
 * `data-back-in-stock-product`, of the setting `product` and of `read` in an adapter. Its JSON Schema is
 * `product-data.schema.json`. `null` counts as left out, and an empty list as an empty object.
 */
export interface ProductData {
  /** Entity id. */
  readonly id: Id;
  readonly sku?: Id | null | undefined;
  readonly name: string;
  /** Magento's product type, for example `configurable`. */
  readonly type: string;
  /** Address of a small image, `https:` or on the shop's own origin. The form loads it when it opens. */
  readonly image?: string | null | undefined;
  /** Numeric id of the store view, sent to Klaviyo unless the setting `store` is given. */
  readonly storeId?: Id | null | undefined;
  /** Code of the store view, for GraphQL. */
  readonly storeCode?: Id | null | undefined;
  /** The attributes by which the variants differ. Left out or empty for products that do not vary. */
  readonly attributes?:
    | readonly { readonly id: Id; readonly code: Id; readonly label: Id }[]
    | null
    | undefined;
  /** Every variant, sold out or not. A product that does not vary is its own only variant. */
  readonly variants: readonly {
    readonly id: Id;
    readonly sku?: Id | null | undefined;
    readonly name?: Id | null | undefined;
    /** Address of an image of this variant. Default: the product's. */
    readonly image?: string | null | undefined;
    /**
     * By attribute id; a variant that lacks an attribute is ignored. For a variant that can be bought the option's id
     * is enough, because its label is never shown.
     */
    readonly options?:
      | Readonly<Record<string, Id | { readonly id: Id; readonly label: Id }>>
      | readonly never[]
      | null
      | undefined;
    readonly salable: boolean;
  }[];
}

/**
 * Reads a product in that format. When the data is malformed or `give` throws, it logs one message that names the source
 * and returns undefined. Without data it returns undefined and logs nothing.
 */
export function readProductData(source: string, give: () => unknown): Product | undefined {
  try {
    const data = give();
    return data == null ? undefined : toProduct(data);
  } catch (error) {
    log(`${source}: ${error}`);
    return undefined;
  }
}

function toProduct(data: unknown): Product {
  const attributes = list(at(data, 'attributes') ?? []).map((attribute) => ({
    id: need(attribute, 'id'),
    code: need(attribute, 'code'),
    label: need(attribute, 'label'),
  }));
  const ids = new Set<string>();
  const variants = list(at(data, 'variants')).flatMap((item): Variant[] => {
    const id = need(item, 'id');
    const salable = at(item, 'salable');
    if (typeof salable !== 'boolean') throw 'salable must be true or false';
    const given = attributes.flatMap((attribute) => {
      const option = at(at(item, 'options'), attribute.id);
      if (option == null) return [];
      const id = salable && readText(option);
      if (id) return [[attribute.id, { id, label: '' }]];
      return [[attribute.id, { id: need(option, 'id'), label: need(option, 'label') }]];
    });
    // Ignore a child without a value for an attribute: nothing would distinguish it from another child.
    if (given.length < attributes.length || ids.has(id)) return [];
    ids.add(id);
    return [
      {
        id,
        ...optional(item, 'sku', 'name', 'image'),
        options: Object.fromEntries(given),
        salable,
      },
    ];
  });
  return {
    id: need(data, 'id'),
    name: need(data, 'name'),
    type: need(data, 'type').toLowerCase(),
    ...optional(data, 'sku', 'image', 'storeId', 'storeCode'),
    attributes,
    variants,
  };
}

function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw 'attributes and variants must be lists';
}

function need(value: unknown, key: string): string {
  const text = readText(at(value, key));
  if (text) return text;
  throw `${key} is missing or no text`;
}

function optional<Key extends string>(value: unknown, ...keys: Key[]) {
  return Object.fromEntries(keys.map((key) => [key, readText(at(value, key)) || undefined])) as {
    readonly [Name in Key]: string | undefined;
  };
}

// The functions below read data of any shape: PHP prints an empty map as a list and a list with gaps as a
// map, ids are texts or numbers, and a module may print anything.

/** Returns a value's own member; undefined when there is none, even if every object inherits one of that name. */
export function at(value: unknown, key: string): unknown {
  return Object.hasOwn(Object(value), key) ? Object(value)[key] : undefined;
}

/** Returns the members of a list or map, and an empty list for other values. */
export function values(value: unknown): unknown[] {
  return Object.values(Object(value));
}

/** Returns an id, label or other text; empty when the value is neither text nor number. */
export function readText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
