import { readSelectionFrom } from './adapter.ts';
import { configurableAdapter } from './configurable.ts';

const FORM = '#product_addtocart_form';
const DROPDOWN = 'select.super-attribute-select';

/**
 * Configurables with a dropdown for each attribute. The values of the dropdowns are the choice:
 * `selected_configurable_option` names a child too early and goes stale.
 */
export const dropdownsAdapter = configurableAdapter({
  location: {
    element: FORM,
    marker: `${FORM} ${DROPDOWN}`,
    widget: 'mageConfigurable',
    component: 'configurable',
    option: 'spConfig',
  },
  watchedAttributes: [],
  readSelection: (page) =>
    readSelectionFrom(
      page.querySelector(FORM)?.querySelectorAll<HTMLSelectElement>(DROPDOWN),
      (dropdown) => [/\d+/.exec(dropdown.name)?.[0], dropdown.value],
    ),
});
