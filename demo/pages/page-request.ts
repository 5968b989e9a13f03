import type { StoreSettings } from '../configuration/store-settings.ts';

/** The ways in which a merchant can put the widget on a page. */
export const WAYS = [
  'script',
  'script-async',
  'script-end',
  'script-late',
  'script-json',
  'script-twice',
  'script-init',
  'requirejs',
  'mage-init',
  'require',
  'esm',
  'module',
  'none',
] as const;

/** The tag with product data: none, a right one, one whose JSON breaks off, one of a wrong shape. */
export const PRODUCT_TAGS = ['none', 'tag', 'broken', 'wrong'] as const;

/**
 * Who is looking: a guest, a customer whose e-mail address Klaviyo's own extension keeps in the
 * browser, or one whose address only the session knows.
 */
export const CUSTOMERS = ['none', 'klaviyo', 'session'] as const;

/**
 * What an extension's quick view loads: a product as on its own page, the same with every id renamed so that the page
 * has each once, or markup of its own that has nothing of Magento's but the tag with product data.
 */
export const QUICK_VIEWS = ['plain', 'renamed', 'tag'] as const;

/** The pages that get the module's script: those with something sold out, all product pages, every page. */
export const SCRIPT_PAGES = ['sold_out', 'products', 'every'] as const;

export type Way = (typeof WAYS)[number];

/** What the query parameters of a product page ask for. */
export interface PageRequest extends StoreSettings {
  /** Milliseconds from DOMContentLoaded until Magento's components start. */
  readonly delay: number;
  readonly way: Way;
  /** Laid over the configuration of the widget. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly placeholders: number;
  readonly hasStrictPolicy: boolean;
  readonly isHostile: boolean;
  readonly isRightToLeft: boolean;
  readonly hasCheckout: boolean;
  /** Stands in for the name of the product. */
  readonly name: string | undefined;
  readonly isBare: boolean;
  /** Left out: none. */
  readonly data?: (typeof PRODUCT_TAGS)[number];
  /** Left out: a guest. */
  readonly customer?: (typeof CUSTOMERS)[number];
  /** Display Products Availability in Stock on Storefront = No: the product page has no stock label. Left out: it has one. */
  readonly isAvailabilityHidden?: boolean;
  /** The page on which shoppers change what is on their wish list. Left out: the product page. */
  readonly isWishListPage?: boolean;
  /** Whether the product's column has a card of another product in it that is sold out. Left out: none. */
  readonly hasForeignCard?: boolean;
  /** Whether Breeze starts the page's components, in the place of Luma's scripts. Left out: Luma does. */
  readonly isBreeze?: boolean;
  /** Of the module's settings, the one that is none of the widget's. Left out: the first. */
  readonly scriptPages?: (typeof SCRIPT_PAGES)[number];
  /** Left out: `plain`. */
  readonly quickView?: (typeof QUICK_VIEWS)[number];
}
