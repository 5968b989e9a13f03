import { readSelectionFrom } from './adapter.ts';
import { configurableAdapter } from './configurable.ts';

const DROPDOWNS = '#product_addtocart_form select.super-attribute-select';

/**
 * Configurables with a dropdown for each attribute. The values of the dropdowns are the choice:
 * `selected_configurable_option` names a child too early and goes stale.
 */
export const dropdownsAdapter = configurableAdapter({
  location: {
    element: '#product_addtocart_form',
    marker: DROPDOWNS,
    widget: 'mageConfigurable',
    component: 'configurable',
    option: 'spConfig',
  },
  watchedAttributes: [],
  readSelection: (page) =>
    readSelectionFrom(page.querySelectorAll<HTMLSelectElement>(DROPDOWNS), (dropdown) => [
      /\d+/.exec(dropdown.name)?.[0],
      dropdown.value,
    ]),
});
