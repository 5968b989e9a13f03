import { readSelectionFrom } from './adapter.ts';
import { findInArea } from './areas.ts';
import { configurableAdapter } from './configurable.ts';
import { lumaConfiguration } from './luma-configuration.ts';

const SWATCHES = '[data-role=swatch-options]';

const attributeId = (element: Element | null) =>
  element?.getAttribute('data-attribute-id') ?? element?.getAttribute('attribute-id') ?? '';

const optionId = (element: Element) =>
  element.getAttribute('data-option-id') ?? element.getAttribute('option-id') ?? '';

/** What the widget has drawn; a copy of it elsewhere on the page is another one's. */
const listDrawn = (area: Element, selector: string) => [
  ...(findInArea(area, SWATCHES)?.querySelectorAll<HTMLElement>(selector) ?? []),
];

/**
 * Configurables whose options Luma's swatch widget draws: swatches, and plain selects beside them.
 * The widget writes every choice into an attribute, under its older name up to Magento 2.3.
 */
export const swatchesAdapter = configurableAdapter({
  marker: SWATCHES,
  findConfiguration: lumaConfiguration({
    element: SWATCHES,
    widget: 'mage-SwatchRenderer',
    component: 'Magento_Swatches/js/swatch-renderer',
    option: 'jsonConfig',
  }),
  watchedAttributes: ['data-option-selected', 'option-selected', 'data-rendered'],
  readSelection: (area) =>
    readSelectionFrom(listDrawn(area, '.swatch-attribute'), (attribute) => [
      attributeId(attribute),
      attribute.getAttribute('data-option-selected') ?? attribute.getAttribute('option-selected'),
    ]),
  // The class decides: the attribute `disabled` stays behind when a swatch can be chosen again.
  findSoldOutOptions: (area) =>
    listDrawn(area, '.swatch-option.disabled, option:disabled').map((element) => ({
      element,
      attributeId: attributeId(element.closest('.swatch-attribute')),
      optionId: optionId(element),
    })),
});
