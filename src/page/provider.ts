import { at, readText } from '../product/doubtful.ts';
import { HOLDS_PRODUCTS, INIT_SCRIPT } from './init-scripts.ts';

const PROVIDER = 'Magento_Catalog/js/product/view/provider';

/** A product as Magento's list of products that were seen lately describes it. */
export interface ProvidedProduct {
  /** Magento's product type, for example `configurable`. */
  readonly type: string;
  /** Whether it can be bought; undefined where the list does not say. */
  readonly isSalable: boolean | undefined;
}

/**
 * Reads that description from the page's `text/x-magento-init` scripts; undefined where they do not hold it, or no more:
 * Magento removes its scripts when it starts.
 */
export function readProvidedProduct(area: Element, id: string): ProvidedProduct | undefined {
  for (const script of area.querySelectorAll(INIT_SCRIPT)) {
    const product = parseScript(script.textContent ?? '', id);
    if (product) seen.set(area, new Map([[id, product]]));
  }
  // What the script has said still holds when the script is gone.
  return seen.get(area)?.get(id);
}

const seen = new WeakMap<Element, ReadonlyMap<string, ProvidedProduct>>();

function parseScript(text: string, id: string): ProvidedProduct | undefined {
  if (!HOLDS_PRODUCTS.test(text)) return undefined;
  try {
    const { '*': components } = JSON.parse(text);
    const { items } = Object(at(at(components, PROVIDER), 'data'));
    const item = at(items, id);
    return item ? { type: readText(at(item, 'type')), isSalable: readSalable(item) } : undefined;
  } catch {
    // A script that is no JSON is Magento's to report.
    return undefined;
  }
}

/** PHP prints true as `"1"` and false as an empty text. */
function readSalable(item: unknown): boolean | undefined {
  const value = at(item, 'is_salable');
  if (value === true || readText(value) === '1') return true;
  return value === '' || value === false || readText(value) === '0' ? false : undefined;
}
