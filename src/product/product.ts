/** One value of an attribute, for example the size "Medium". */
export interface Option {
  /** Magento's option id, for example `"8"`. */
  readonly id: string;
  /** The label in the store view's language, for example `"Medium"`. */
  readonly label: string;
}

/** What a configurable product varies by, for example its colour. */
export interface Attribute {
  /** Magento's attribute id, for example `"138"`. */
  readonly id: string;
  /** The attribute code, for example `"size"`. */
  readonly code: string;
  /** The label in the store view's language, for example `"Size"`. */
  readonly label: string;
}

/** What can be bought, and so what Klaviyo's catalogue knows: a simple product or a configurable's child. */
export interface Variant {
  /** Entity id of the simple product or child. Klaviyo's `variant`, unless `variantId` says otherwise. */
  readonly id: string;
  /** SKU, where the page tells it (Magento 2.4.1 and older do not tell a child's). */
  readonly sku?: string | undefined;
  /** The variant's options by attribute id; empty for a product that does not vary. */
  readonly options: Readonly<Record<string, Option>>;
  /** True when it cannot be bought now. */
  readonly soldOut: boolean;
}

/** Simple includes virtual and downloadable products: they are sold, and sold out, the same way. */
export type ProductKind = 'simple' | 'configurable';

/** The product a page shows. A page whose product is not known for certain gives none, and nothing is rendered. */
export interface Product {
  /** Entity id; for a configurable the parent's, which is never sent to Klaviyo. */
  readonly id: string;
  /** SKU; for a configurable the parent's. */
  readonly sku?: string | undefined;
  /** The name as the page shows it. */
  readonly name: string;
  /** Which kind of Magento product it is. */
  readonly kind: ProductKind;
  /** What the variants differ by, in the order of the page; empty for a simple product. */
  readonly attributes: readonly Attribute[];
  /** All variants the page knows of; a simple product is its own only variant. */
  readonly variants: readonly Variant[];
}

/** What a shopper can be told about: a product and some of its sold-out variants. */
export interface Offer {
  readonly product: Product;
  readonly variants: readonly Variant[];
}

/** The options a shopper has chosen so far: attribute id to option id. */
export type Selection = Readonly<Record<string, string>>;
