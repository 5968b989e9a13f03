/** One value of an attribute, for example the size "Medium". */
export interface Option {
  /** Magento's option id, for example `"8"`. */
  readonly id: string;
  /**
   * The label in the store view's language, for example `"Medium"`. Empty where product data give none, which they may
   * for variants that can be bought.
   */
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

/** What can be bought, and so what Klaviyo's catalogue knows: a simple product, a child, a grouped product's member. */
export interface Variant {
  /** Entity id of the simple product or child. Klaviyo's `variant`, unless `variantId` says otherwise. */
  readonly id: string;
  /** SKU, where the page tells it (Magento 2.4.1 and older do not tell a child's). */
  readonly sku?: string | undefined;
  /** Its own name, where the page tells it; what a grouped product's members are told apart by. */
  readonly name?: string | undefined;
  /** The variant's options by attribute id; empty for a product that does not vary. */
  readonly options: Readonly<Record<string, Option>>;
  /** Whether it can be bought now. */
  readonly salable: boolean;
}

/** A product of the page. A page whose product is not known for certain gives none, and nothing is rendered. */
export interface Product {
  /** Entity id; for a configurable or grouped product its own, which is never sent to Klaviyo. */
  readonly id: string;
  /** SKU; for a configurable or grouped product its own. */
  readonly sku?: string | undefined;
  /** The name as the page shows it. */
  readonly name: string;
  /**
   * Magento's product type: `simple`, `virtual`, `downloadable`, `configurable`, `grouped`, `bundle`, or one
   * of a module. Where a page does not tell virtual and downloadable products from simple ones, `simple`.
   */
  readonly type: string;
  /** Numeric id of the store view, where the data tells it. */
  readonly storeId?: string | undefined;
  /** Code of the store view, where the data tells it. */
  readonly storeCode?: string | undefined;
  /** What the variants differ by, in the order of the page; empty for a product that does not vary. */
  readonly attributes: readonly Attribute[];
  /** All variants that are known. A product that neither varies nor has members is its own only variant. */
  readonly variants: readonly Variant[];
  /** True while nothing but the product itself is known, so that the shop's GraphQL has to be asked for the variants. */
  readonly isIncomplete?: boolean;
  /** True where the page's signs that it is sold out are weak or disagree, so that GraphQL is asked whether it is. */
  readonly isDoubtful?: boolean;
  /** Address of the product's own page, where the product is a tile of another one. */
  readonly url?: string | undefined;
}

/** What a shopper can be told about: a product and some of its sold-out variants. */
export interface Offer {
  readonly product: Product;
  readonly variants: readonly Variant[];
}

/** An offer that a form can open for. */
export interface ChosenOffer extends Offer {
  /** Id of the variant that the shopper has pointed at, if any. */
  readonly chosen: string | undefined;
}

/** The options a shopper has chosen so far: attribute id to option id. */
export type Selection = Readonly<Record<string, string>>;
