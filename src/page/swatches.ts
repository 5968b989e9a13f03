import { readSelectionFrom } from './adapter.ts';
import { listInForm } from './areas.ts';
import { configurableAdapter } from './configurable.ts';
import { lumaConfiguration } from './luma-configuration.ts';

/** Other products on the page, in tiles for example, have swatches too, but not in the product's form. */
const SWATCHES = '[data-role=swatch-options]';

/** Up to Magento 2.3 the widget's attributes have names without `data-`. */
const read = (element: Element | null, name: string) =>
  element?.getAttribute(`data-${name}`) ?? element?.getAttribute(name) ?? '';

/**
 * Configurables whose options Luma's swatch widget draws: swatches, and plain selects beside them.
 * The widget writes every choice into an attribute.
 */
export const swatchesAdapter = configurableAdapter({
  marker: SWATCHES,
  findConfiguration: lumaConfiguration({
    findElement: (area) => listInForm(area, SWATCHES)[0],
    widget: 'mage-SwatchRenderer',
    registered: 'SwatchRenderer',
    component: 'Magento_Swatches/js/swatch-renderer',
    option: 'jsonConfig',
  }),
  isDrawn: (area) => listInForm(area, `${SWATCHES} .swatch-attribute`).length > 0,
  watched: {
    elements: SWATCHES,
    contents: SWATCHES,
    attributes: {
      'data-option-selected': '*',
      'option-selected': '*',
      'data-rendered': '*',
      class: '.swatch-option, .swatch-option.disabled',
    },
  },
  readSelection: (area) =>
    readSelectionFrom(listInForm(area, `${SWATCHES} .swatch-attribute`), (attribute) => [
      read(attribute, 'attribute-id'),
      read(attribute, 'option-selected'),
    ]),
  // The class decides: the attribute `disabled` stays behind when a swatch can be chosen again.
  findSoldOutOptions: (area) =>
    listInForm(area, `${SWATCHES} :is(.swatch-option.disabled, option:disabled)`).map(
      (element) => ({
        element,
        attributeId: read(element.closest('.swatch-attribute'), 'attribute-id'),
        optionId: read(element, 'option-id'),
      }),
    ),
});
