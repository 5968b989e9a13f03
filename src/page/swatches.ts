import { readSelectionFrom } from './adapter.ts';
import { configurableAdapter } from './configurable.ts';

const SWATCHES = '[data-role=swatch-options]';

/**
 * Configurables whose options Luma's swatch widget draws: swatches, and plain selects beside them.
 * The widget writes every choice into an attribute, under its older name up to Magento 2.3.
 */
export const swatchesAdapter = configurableAdapter({
  location: {
    element: SWATCHES,
    marker: SWATCHES,
    widget: 'mage-SwatchRenderer',
    component: 'Magento_Swatches/js/swatch-renderer',
    option: 'jsonConfig',
  },
  watchedAttributes: ['data-option-selected', 'option-selected', 'data-rendered'],
  readSelection: (page) =>
    readSelectionFrom(
      page.querySelector(SWATCHES)?.querySelectorAll('.swatch-attribute'),
      (attribute) => [
        attribute.getAttribute('data-attribute-id') ?? attribute.getAttribute('attribute-id'),
        attribute.getAttribute('data-option-selected') ?? attribute.getAttribute('option-selected'),
      ],
    ),
});
