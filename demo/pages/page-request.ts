import type { StoreSettings } from '../configuration/store-settings.ts';

/** The ways in which a merchant can put the widget on a page. */
export const WAYS = [
  'script',
  'script-async',
  'script-end',
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
}
