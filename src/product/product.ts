/** One value of an attribute, for example the size "Medium". */
export interface Option {
  /** Magento's option id, for example `"8"`. */
  readonly id: string;
  /**
   * The label in the store view's language, for example `"Medium"`. Empty where product data omit it, which they may do
   * for variants that can be bought.
   */
  readonly label: string;
}

/** A property by which a configurable product varies, for example its colour. */
export interface Attribute {
  /** Magento's attribute id, for example `"138"`. */
  readonly id: string;
  /** The attribute code, for example `"size"`. */
  readonly code: string;
  /** The label in the store view's language, for example `"Size"`. */
  readonly label: string;
}

/** An item that can be bought and is in Klaviyo's catalogue: a simple product, a child, a grouped product's member. */
export interface Variant {
  /** Entity id of the simple product or child. Klaviyo's `variant`, unless `variantId` names another. */
  readonly id: string;
  /** SKU, where the page contains it (Magento 2.4.1 and older do not print a child's). */
  readonly sku?: string | undefined;
  /** Its own name, where the page contains it. It distinguishes the members of a grouped product. */
  readonly name?: string | undefined;
  /** Address of its own image, where the page or the data contain one. The form shows it beside the name. */
  readonly image?: string | undefined;
  /** The variant's options by attribute id; empty for a product that does not vary. */
  readonly options: Readonly<Record<string, Option>>;
  /** Whether it can be bought now. */
  readonly salable: boolean;
}

/** A product of the page. When the page's product is not certain there is none, and the widget renders nothing. */
export interface Product {
  /** Entity id; for a configurable or grouped product its own, which is never sent to Klaviyo. */
  readonly id: string;
  /** SKU; for a configurable or grouped product its own. */
  readonly sku?: string | undefined;
  /** The name as the page shows it. */
  readonly name: string;
  /**
   * Magento's product type: `simple`, `virtual`, `downloadable`, `configurable`, `grouped`, `bundle`, or one
   * of a module. Where a page does not distinguish virtual and downloadable products from simple ones, `simple`.
   */
  readonly type: string;
  /** Address of its image, where the data contain one. The form shows it for variants without an image of their own. */
  readonly image?: string | undefined;
  /** Numeric id of the store view, where the data contains it. */
  readonly storeId?: string | undefined;
  /** Code of the store view, where the data contains it. */
  readonly storeCode?: string | undefined;
  /** The attributes by which the variants differ, in the page's order; empty for a product that does not vary. */
  readonly attributes: readonly Attribute[];
  /** All known variants. A product that neither varies nor has members is its own only variant. */
  readonly variants: readonly Variant[];
  /** True while only the product itself is known, so that the widget must query the shop's GraphQL for the variants. */
  readonly isIncomplete?: boolean;
  /** True where the page's signs that it is sold out are weak or disagree, so that the widget checks with GraphQL. */
  readonly isDoubtful?: boolean;
  /** Address of the product's own page, where the product is a tile on another page. */
  readonly url?: string | undefined;
}

/** What a shopper can subscribe to: a product and some of its sold-out variants. */
export interface Offer {
  readonly product: Product;
  readonly variants: readonly Variant[];
}

/** An offer that a form can open for. */
export interface ChosenOffer extends Offer {
  /** What the shopper has pointed at. Default: nothing but the offer. */
  readonly selection?: Selection;
}

/** The options a shopper has chosen so far: attribute id to option id. */
export type Selection = Readonly<Record<string, string>>;
