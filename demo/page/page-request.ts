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

export type Way = (typeof WAYS)[number];

const WAYS_OF_REQUIREJS: readonly Way[] = ['requirejs', 'mage-init', 'require'];

/** The tag with product data: absent, correct, with JSON that breaks off, or with values of wrong types. */
export const PRODUCT_TAGS = ['none', 'tag', 'broken', 'wrong'] as const;

/**
 * The shopper: a guest, a customer whose e-mail address Klaviyo's own extension keeps in the browser, or a customer
 * whose address only the session knows.
 */
export const CUSTOMERS = ['none', 'klaviyo', 'session'] as const;

/**
 * What an extension's quick view loads: the product as on its own page, the same with every id renamed, so that no id is
 * on the page twice, or markup of the extension's own in which only the tag with product data is Magento's.
 */
const QUICK_VIEWS = ['plain', 'renamed', 'tag'] as const;

/** The pages that get the module's script: those with something sold out, all product pages, every page. */
export const SCRIPT_PAGES = ['sold_out', 'products', 'every'] as const;

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
  /** Tag of the store view's language, for example `de` or `pt-BR`. Default `en`. */
  readonly language: string;
  readonly isRightToLeft: boolean;
  readonly hasCheckout: boolean;
  /** Replaces the name of the product. */
  readonly name: string | undefined;
  /** Whether the product is in markup that has little left of Luma's. */
  readonly isBare: boolean;
  /** Default `none`. */
  readonly data?: (typeof PRODUCT_TAGS)[number];
  /** Default `none`, a guest. */
  readonly customer?: (typeof CUSTOMERS)[number];
  /** Display Products Availability in Stock on Storefront = No: the product page has no stock label. Default false. */
  readonly isAvailabilityHidden?: boolean;
  /** The page on which shoppers change what is on their wish list. Default false: the product page. */
  readonly isWishListPage?: boolean;
  /** Whether the product's column has a card of another, sold-out product. Default false. */
  readonly hasForeignCard?: boolean;
  /** Whether Breeze starts the components of the page instead of Luma's scripts. Default false. */
  readonly isBreeze?: boolean;
  /** The one setting of the module that the widget does not have. Default `sold_out`. */
  readonly scriptPages?: (typeof SCRIPT_PAGES)[number];
  /** Default `plain`. */
  readonly quickView?: (typeof QUICK_VIEWS)[number];
}

/** Components start late in a real shop. This time was measured in one. */
const USUAL_DELAY = 2300;

const MOST_PLACEHOLDERS = 10;

/** Reads the query parameters of a product page. Throws a SyntaxError when `options` is not a JSON object. */
export function readPageRequest(parameters: URLSearchParams): PageRequest {
  const isRightToLeft = parameters.get('dir') === 'rtl';
  const language = readLanguage(parameters.get('lang'), isRightToLeft ? 'fa' : 'en');
  return {
    stock: oneOf(['shown', 'hidden'], parameters.get('stock')),
    magento: oneOf(['2.4.6', '2.4.1', '2.3.5'], parameters.get('magento')),
    delay: readNumber(parameters.get('delay'), USUAL_DELAY),
    way: oneOf(WAYS, parameters.get('way')),
    options: readOptions(parameters.get('options')),
    placeholders: Math.min(readNumber(parameters.get('placeholder'), 0), MOST_PLACEHOLDERS),
    hasStrictPolicy: parameters.get('csp') === 'strict',
    isHostile: parameters.get('hostile') === '1',
    language,
    isRightToLeft: isRightToLeft || /^(ar|he)\b/.test(language),
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

/** Returns the wanted value if it is one of these, and the first of them if not. */
export function oneOf<const Value extends string>(
  values: readonly [Value, ...Value[]],
  wanted: string | null,
): Value {
  return values.find((value) => value === wanted) ?? values[0];
}

/** A page from right to left is Persian unless it says something else: the widget has no texts in that language. */
function readLanguage(tag: string | null, standard: string): string {
  return tag && /^[a-z]{2}(-[a-z]+)*$/i.test(tag) ? tag : standard;
}

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

/** Whether Luma's own scripts run. Under the strict policy they do only where they load the widget. */
export function usesRequireJs({ way, hasStrictPolicy }: PageRequest): boolean {
  return !hasStrictPolicy || WAYS_OF_REQUIREJS.includes(way);
}

/** The way in a theme that has no RequireJS: the script tag replaces the ways that need it. */
export function replaceRequireJs(way: Way): Way {
  return WAYS_OF_REQUIREJS.includes(way) ? 'script' : way;
}
