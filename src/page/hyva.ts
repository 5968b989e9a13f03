import type { Selection } from '../product/product.ts';
import { at, readText } from '../product/product-data.ts';
import type { SoldOutOption } from './adapter.ts';
import { listInForm } from './areas.ts';
import { type ConfigurationJson, configurableAdapter } from './configurable.ts';
import { readFields } from './luma-options.ts';

/** The roots of Hyvä's components, `initConfigurableSwatchOptions_13()` for example; the second is its CSP theme's. */
const COMPONENT = '[x-data^=initConfigurable], [x-data^=initViewConfigurable]';

type Alpine = { $data?: (element: Element) => unknown };

/**
 * The options that the address of the page chooses, by product id. When their combination is sold out, Hyvä announces
 * them in an event but shows them nowhere as chosen.
 */
const announced = new Map<string, Record<string, string>>();

/**
 * Configurables in Hyvä, with swatches or dropdowns. Hyvä has no jQuery, and Alpine starts the options when the shopper
 * scrolls them into view.
 */
export const hyvaAdapter = configurableAdapter({
  marker: COMPONENT,
  findConfiguration(area, remember) {
    const [root] = listInForm(area, COMPONENT);
    return root && remember(root, () => readConfiguration(root), root.dataset.config);
  },
  readSelection: (area, { identity }): Selection => ({
    ...announced.get(identity?.id ?? ''),
    ...readFields(area),
  }),
  findSoldOutOptions: findSoldOutSwatches,
  watched: { elements: COMPONENT, contents: COMPONENT, attributes: { 'data-config': COMPONENT } },
  watchedEvents: ['configurable-selection-changed', 'change'],
  forget: () => announced.clear(),
  hear(event) {
    // From the first choice on, what is chosen is on the page.
    if (/^super_attribute/.test((event.target as HTMLInputElement).name)) announced.clear();
    const { productId, optionId, value } = Object((event as CustomEvent).detail);
    if (typeof value !== 'string') return;
    const chosen = announced.get(String(productId)) ?? {};
    announced.set(String(productId), chosen);
    chosen[String(optionId)] = value;
  },
});

/**
 * The CSP theme prints the JSON into an attribute. Otherwise the function that `x-data` names makes the
 * component with its configuration, and starts nothing.
 */
function readConfiguration(root: HTMLElement): ConfigurationJson | undefined {
  const { config } = root.dataset;
  if (config) return JSON.parse(config);
  const make = at(window, (root.getAttribute('x-data') ?? '').replace('()', ''));
  const component = make instanceof Function ? Object(make()) : readComponent(root);
  return component.optionConfig;
}

/**
 * A swatch without an input cannot be chosen. The CSP theme prints the ids of its attribute and option as HTML attributes.
 * In the default theme, the label's `id` contains the attribute's id, and Alpine returns the option's.
 */
function findSoldOutSwatches(area: Element): SoldOutOption[] {
  return listInForm(area, 'div.swatch-option').map((element) => {
    const attribute = element.closest<HTMLElement>('[data-attribute-id]');
    const option = element.querySelector<HTMLElement>('[data-option-id]');
    const label = element.closest('.swatch-attribute')?.querySelector('[id^=attribute-label-]');
    return {
      element,
      attributeId: attribute?.dataset.attributeId ?? /\d+$/.exec(label?.id ?? '')?.[0] ?? '',
      optionId: option?.dataset.optionId ?? readText(Object(readComponent(element).item).id),
    };
  });
}

/** What Alpine knows at an element, once it has started there. */
function readComponent(element: HTMLElement): Record<string, unknown> {
  // An element of the page may have the name, where Alpine is not there (`<form id="Alpine">`).
  const { Alpine } = window as { Alpine?: Alpine };
  try {
    return Object(Alpine?.$data instanceof Function && Alpine.$data(element));
  } catch {
    return {};
  }
}
