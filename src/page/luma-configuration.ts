import { at, readText } from '../product/product-data.ts';
import type { Remember } from './adapter.ts';
import { listInArea } from './areas.ts';
import type { ConfigurableDrawing, ConfigurationJson } from './configurable.ts';

/** The scripts in which Magento prints what its components start with. It removes them when it has started. */
export const INIT_SCRIPT = 'script[type="text/x-magento-init"]';

/** Whether such a script holds the configuration of a product's options; the others are long and of no use here. */
export const HOLDS_OPTIONS = /"(json|sp)Config"/;

/** Whether it describes products. PHP escapes the slashes. */
export const HOLDS_PRODUCTS = /product\\?\/view\\?\/provider"/;

/** Where one of Luma's widgets keeps the configuration JSON, before and after it has started. */
interface WidgetLocation {
  /** Finds the element that the widget is started on. */
  readonly findElement: (area: Element) => Element | undefined;
  /** The key of the started widget in jQuery's data. */
  readonly widget: string;
  /** Its name in the registry of Breeze, which starts Magento's components without jQuery and RequireJS. */
  readonly registered: string;
  /** The name of the component in the `text/x-magento-init` script. */
  readonly component: string;
  /** The widget's option that holds the JSON. */
  readonly option: string;
}

type StartedWidget = { options?: Record<string, ConfigurationJson | undefined> } | undefined;
type JQuery = ((element: Element) => { data?: (key: string) => unknown }) & {
  registry?: { get?: (name: string, element: Element) => unknown };
};

/**
 * Finds the configuration JSON wherever it is at this moment: in the started widget, which has
 * parsed it already, else in the `text/x-magento-init` script, which Magento removes when it starts
 * its components. Between the two it is nowhere; the markup that the started widget draws shows that
 * it is back.
 */
export function lumaConfiguration(
  location: WidgetLocation,
): ConfigurableDrawing['findConfiguration'] {
  return (area, remember) => {
    const element = location.findElement(area);
    if (!element) return undefined;
    return fromWidget(element, location) ?? fromScript(area, element, location, remember);
  };
}

function fromWidget(element: Element, location: WidgetLocation): ConfigurationJson | undefined {
  const { jQuery, $ } = globalThis as { jQuery?: JQuery; $?: JQuery };
  for (const library of [jQuery, $]) {
    // Another library may have taken the name, or an element of the page (`<form id="jQuery">`): that is no function.
    if (!(library instanceof Function)) continue;
    const widget = library === jQuery && library(element)?.data?.(location.widget);
    const started = widget || library.registry?.get?.(location.registered, element);
    const json = (started as StartedWidget)?.options?.[location.option];
    if (json) return json;
  }
  return undefined;
}

function fromScript(
  area: Element,
  element: Element,
  { component, option }: WidgetLocation,
  remember: Remember,
): ConfigurationJson | undefined {
  for (const script of listInArea(area, INIT_SCRIPT)) {
    const components = remember(script, () => parseConfiguration(script.textContent ?? ''));
    for (const [selector, started] of Object.entries(components)) {
      const json = at(at(started, component), option);
      if (json && isFor(element, selector)) return json;
    }
  }
  return undefined;
}

/** The tiles of related products use the same component, for elements of their own. */
function isFor(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}

/** Parses only the scripts that hold a configuration: the others are long and of no use here. */
function parseConfiguration(source: string): object {
  if (!HOLDS_OPTIONS.test(source)) return {};
  try {
    return Object(JSON.parse(source));
  } catch {
    // Magento reports a script that is not valid JSON; this code only ignores it.
    return {};
  }
}

const PROVIDER = 'Magento_Catalog/js/product/view/provider';

/** A product as Magento's list of products that were seen lately describes it. */
interface ProvidedProduct {
  /** Magento's product type, for example `configurable`. */
  readonly type: string;
  /** Whether it can be bought; undefined where the list does not contain this. */
  readonly isSalable: boolean | undefined;
}

/**
 * Reads the description of a product from the page's `text/x-magento-init` scripts, and caches it because Magento removes
 * its scripts when it starts. Undefined when the scripts never contained it, or were removed before the first call.
 */
export function readProvidedProduct(area: Element, id: string): ProvidedProduct | undefined {
  for (const script of area.querySelectorAll(INIT_SCRIPT)) {
    const product = parseProduct(script.textContent ?? '', id);
    if (product) seen.set(area, new Map([[id, product]]));
  }
  // The cached description stays valid after Magento has removed the script.
  return seen.get(area)?.get(id);
}

const seen = new WeakMap<Element, ReadonlyMap<string, ProvidedProduct>>();

function parseProduct(text: string, id: string): ProvidedProduct | undefined {
  if (!HOLDS_PRODUCTS.test(text)) return undefined;
  try {
    const { '*': components } = JSON.parse(text);
    const { items } = Object(at(at(components, PROVIDER), 'data'));
    const item = at(items, id);
    return item ? { type: readText(at(item, 'type')), isSalable: readSalable(item) } : undefined;
  } catch {
    // Magento reports a script that is not valid JSON; this code only ignores it.
    return undefined;
  }
}

/** PHP prints true as `"1"` and false as an empty text. */
function readSalable(item: unknown): boolean | undefined {
  const value = at(item, 'is_salable');
  if (value === true || readText(value) === '1') return true;
  return value === '' || value === false || readText(value) === '0' ? false : undefined;
}
