import { oneOf } from './one-of.ts';
import {
  CUSTOMERS,
  type PageRequest,
  PRODUCT_TAGS,
  QUICK_VIEWS,
  SCRIPT_PAGES,
  WAYS,
} from './page-request.ts';

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
