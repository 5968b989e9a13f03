import type { Remember } from './adapter.ts';
import { findInArea } from './areas.ts';
import type { ConfigurableDrawing, ConfigurationJson } from './configurable.ts';

/** Where one of Luma's widgets keeps the configuration JSON, before and after it has started. */
interface WidgetLocation {
  /** The element that the widget is started on, by selector. */
  readonly element: string;
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
export function lumaConfiguration(
  location: WidgetLocation,
): ConfigurableDrawing['findConfiguration'] {
  return (area, remember) => fromWidget(area, location) ?? fromScript(area, location, remember);
}

function fromWidget(area: Element, location: WidgetLocation): ConfigurationJson | undefined {
  const element = findInArea(area, location.element);
  const { jQuery } = area.ownerDocument.defaultView as { jQuery?: JQuery };
  // Another library may have taken the name: what cannot be called is no jQuery.
  const widget = element && jQuery?.call?.(null, element).data?.(location.widget);
  return (widget as StartedWidget | undefined)?.options?.[location.option];
}

function fromScript(
  area: Element,
  location: WidgetLocation,
  remember: Remember,
): ConfigurationJson | undefined {
  for (const script of area.querySelectorAll('script[type="text/x-magento-init"]')) {
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
  if (!source.replaceAll('\\/', '/').includes(component)) return null;
  try {
    const components: Record<string, Options | undefined> | undefined = JSON.parse(source)[element];
    return components?.[component]?.[option] ?? null;
  } catch {
    // A script that is no JSON is Magento's to report; here it only means that nothing is known.
    return null;
  }
}
