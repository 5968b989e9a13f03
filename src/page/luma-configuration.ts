import { at } from '../product/doubtful.ts';
import type { Remember } from './adapter.ts';
import { listInArea } from './areas.ts';
import type { ConfigurableDrawing, ConfigurationJson } from './configurable.ts';
import { HOLDS_OPTIONS, INIT_SCRIPT } from './init-scripts.ts';

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
 * its components. Between the two it is nowhere, and the widget's markup tells when it is back.
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
    const components = remember(script, () => parseScript(script.textContent ?? ''));
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
function parseScript(source: string): object {
  if (!HOLDS_OPTIONS.test(source)) return {};
  try {
    return Object(JSON.parse(source));
  } catch {
    // A script that is no JSON is Magento's to report; here it only means that nothing is known.
    return {};
  }
}
