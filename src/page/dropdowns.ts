import { findProductForm, listInForm } from './areas.ts';
import { configurableAdapter } from './configurable.ts';
import { lumaConfiguration } from './luma-configuration.ts';
import { FIELDS, findDisabledEntries, readFields } from './super-attributes.ts';

const SELECT = 'select.super-attribute-select';

/** Configurables with a dropdown for each attribute, as Luma draws them. */
export const dropdownsAdapter = configurableAdapter({
  marker: SELECT,
  findConfiguration: lumaConfiguration({
    findElement: findProductForm,
    widget: 'mageConfigurable',
    registered: 'configurable',
    component: 'configurable',
    option: 'spConfig',
  }),
  // The server prints the first entry alone.
  isDrawn: (area) => listInForm(area, `${SELECT} option:not(:first-child)`).length > 0,
  watched: {
    elements: SELECT,
    contents: FIELDS,
    // Luma writes it at every choice, also at one that a script has made for the shopper.
    attributes: { value: '[name=selected_configurable_option]', disabled: 'option' },
  },
  readSelection: readFields,
  findSoldOutOptions: findDisabledEntries,
});
