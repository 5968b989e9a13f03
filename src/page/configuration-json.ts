import type { Remember } from './adapter.ts';

/**
 * The keys of Magento's configuration JSON that tell which children exist and which can be bought
 * (`Magento\ConfigurableProduct\Block\Product\View\Type\Configurable::getJsonConfig`). It is data of the
 * page, so every value is read with doubt: PHP prints an empty map as a list and a list with gaps as a map.
 */
export interface ConfigurationJson {
  readonly attributes?: unknown;
  /** Entity id of the configurable itself. */
  readonly productId?: unknown;
  /** `{childId: {attributeId: optionId}}` */
  readonly index?: unknown;
  /** `{attributeId: {optionId: [childIds]}}`, from 2.4.4. */
  readonly salable?: unknown;
  /** True when sold-out children are printed, from 2.4.4. */
  readonly canDisplayShowOutOfStockStatus?: unknown;
  /** `{childId: sku}` */
  readonly sku?: unknown;
}

/** Where one of Luma's widgets keeps the configuration JSON, before and after it has started. */
export interface WidgetLocation {
  /** The element that the widget is started on, by selector. */
  readonly element: string;
  /** Something that is on the page only when the widget is, by selector. */
  readonly marker: string;
  /** The key of the started widget in jQuery's data. */
  readonly widget: string;
  /** The name of the component in the `text/x-magento-init` script. */
  readonly component: string;
  /** The widget's option that holds the JSON. */
  readonly option: string;
}

type JQuery = (element: Element) => { data?: (key: string) => unknown };
type Options = Record<string, ConfigurationJson | undefined>;
type StartedWidget = { options?: Options };

/**
 * Finds the configuration JSON wherever it is at this moment: in the started widget, which has
 * parsed it already, else in the `text/x-magento-init` script, which Magento removes when it starts
 * its components. Between the two it is nowhere, and the widget's markup tells when it is back.
 */
export function findConfigurationJson(
  page: Document,
  location: WidgetLocation,
  remember: Remember,
): ConfigurationJson | undefined {
  return fromWidget(page, location) ?? fromScript(page, location, remember);
}

function fromWidget(page: Document, location: WidgetLocation): ConfigurationJson | undefined {
  const element = page.querySelector(location.element);
  const { jQuery } = page.defaultView as { jQuery?: JQuery };
  // Another library may have taken the name: what cannot be called is no jQuery.
  const widget = element && jQuery?.call?.(null, element).data?.(location.widget);
  return (widget as StartedWidget | undefined)?.options?.[location.option];
}

function fromScript(
  page: Document,
  location: WidgetLocation,
  remember: Remember,
): ConfigurationJson | undefined {
  for (const script of page.querySelectorAll('script[type="text/x-magento-init"]')) {
    const json = remember(script, () => parseInit(script.textContent ?? '', location));
    if (json) return json;
  }
  return undefined;
}

/**
 * Parses only the one script that holds the component: the others are long and of no use here. The
 * tiles of related products use the same component, for elements of their own.
 */
function parseInit(source: string, { element, component, option }: WidgetLocation) {
  // Some versions of Magento escape the slashes of a component's name.
  if (!source.replaceAll('\\/', '/').includes(component)) return undefined;
  try {
    const components: Record<string, Options | undefined> | undefined = JSON.parse(source)[element];
    return components?.[component]?.[option];
  } catch {
    // A script that is no JSON is Magento's to report; here it only means that nothing is known.
    return undefined;
  }
}
