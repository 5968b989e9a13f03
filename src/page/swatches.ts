import { readSelectionFrom } from './adapter.ts';
import { listInArea } from './areas.ts';
import { configurableAdapter } from './configurable.ts';
import { lumaConfiguration } from './luma-configuration.ts';

const SWATCHES = '[data-role=swatch-options]';

/** Other products on the page, in tiles for example, have swatches too. */
const DRAWN = `#product_addtocart_form ${SWATCHES}`;

/** Up to Magento 2.3 the widget's attributes have names without `data-`. */
const read = (element: Element | null, name: string) =>
  element?.getAttribute(`data-${name}`) ?? element?.getAttribute(name) ?? '';

/**
 * Configurables whose options Luma's swatch widget draws: swatches, and plain selects beside them.
 * The widget writes every choice into an attribute.
 */
export const swatchesAdapter = configurableAdapter({
  marker: DRAWN,
  findConfiguration: lumaConfiguration({
    element: SWATCHES,
    widget: 'mage-SwatchRenderer',
    component: 'Magento_Swatches/js/swatch-renderer',
    option: 'jsonConfig',
  }),
  watchedAttributes: ['data-option-selected', 'option-selected', 'data-rendered'],
  readSelection: (area) =>
    readSelectionFrom(listInArea(area, `${DRAWN} .swatch-attribute`), (attribute) => [
      read(attribute, 'attribute-id'),
      read(attribute, 'option-selected'),
    ]),
  // The class decides: the attribute `disabled` stays behind when a swatch can be chosen again.
  findSoldOutOptions: (area) =>
    listInArea(area, `${DRAWN} .swatch-option.disabled, ${DRAWN} option:disabled`).map(
      (element) => ({
        element,
        attributeId: read(element.closest('.swatch-attribute'), 'attribute-id'),
        optionId: read(element, 'option-id'),
      }),
    ),
});
