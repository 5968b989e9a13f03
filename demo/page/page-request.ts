import type { StoreSettings } from '../catalogue/configuration.ts';

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

/** Components come late in a real shop: this is what was measured there. */
const USUAL_DELAY = 2300;

function readNumber(text: string | null, standard: number): number {
  const number = Number(text ?? standard);
  return Number.isFinite(number) && number >= 0 ? Math.floor(number) : standard;
}

function readOptions(text: string | null): Readonly<Record<string, unknown>> {
  const options: unknown = JSON.parse(text || '{}');
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new SyntaxError('it is not an object');
  }
  return options as Record<string, unknown>;
}

/** Reads the query parameters of a product page; throws a SyntaxError when `options` is no JSON object. */
export function readPageRequest(parameters: URLSearchParams): PageRequest {
  return {
    stock: oneOf(['shown', 'hidden'], parameters.get('stock')),
    magento: oneOf(['2.4.6', '2.4.1', '2.3.5'], parameters.get('magento')),
    delay: readNumber(parameters.get('delay'), USUAL_DELAY),
    way: oneOf(WAYS, parameters.get('way')),
    options: readOptions(parameters.get('options')),
    placeholders: Math.min(readNumber(parameters.get('placeholder'), 0), 10),
    hasStrictPolicy: parameters.get('csp') === 'strict',
    isHostile: parameters.get('hostile') === '1',
    isRightToLeft: parameters.get('dir') === 'rtl',
    hasCheckout: parameters.get('checkout') !== 'none',
    name: parameters.get('name') ?? undefined,
    isBare: parameters.get('theme') === 'bare',
    data: oneOf(PRODUCT_TAGS, parameters.get('data')),
    customer: oneOf(CUSTOMERS, parameters.get('customer')),
    isAvailabilityHidden: parameters.get('availability') === 'hidden',
    isWishListPage: parameters.get('configure') === 'wishlist',
    hasForeignCard: parameters.get('card') === 'foreign',
    scriptPages: oneOf(SCRIPT_PAGES, parameters.get('script')),
    quickView: oneOf(QUICK_VIEWS, parameters.get('quickview')),
  };
}

/** The wanted value when it is one of these, else the first of them. */
export function oneOf<const Value extends string>(
  values: readonly Value[],
  wanted: string | null,
): Value {
  const [standard] = values;
  const found = values.find((value) => value === wanted) ?? standard;
  if (found === undefined) throw new Error('There is nothing to choose from.');
  return found;
}
