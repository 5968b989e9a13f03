import { readSelectionFrom } from './adapter.ts';
import { configurableAdapter } from './configurable.ts';

/**
 * Configurables whose options Luma's swatch widget draws: swatches, and plain selects beside them.
 * The widget writes every choice into an attribute, under its older name up to Magento 2.3.
 */
export const swatchesAdapter = configurableAdapter({
  location: {
    element: '[data-role=swatch-options]',
    marker: '[data-role=swatch-options]',
    widget: 'mage-SwatchRenderer',
    component: 'Magento_Swatches/js/swatch-renderer',
    option: 'jsonConfig',
  },
  watchedAttributes: ['data-option-selected', 'option-selected', 'data-rendered'],
  readSelection: (page) =>
    readSelectionFrom(
      page.querySelectorAll('[data-role=swatch-options] .swatch-attribute'),
      (attribute) => [
        attribute.getAttribute('data-attribute-id') ?? attribute.getAttribute('attribute-id'),
        attribute.getAttribute('data-option-selected') ?? attribute.getAttribute('option-selected'),
      ],
    ),
});
