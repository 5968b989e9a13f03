import { configurableAdapter } from './configurable.ts';
import { lumaConfiguration } from './luma-configuration.ts';
import { findDisabledEntries, readFields } from './super-attributes.ts';

const FORM = '#product_addtocart_form';

/** Configurables with a dropdown for each attribute, as Luma draws them. */
export const dropdownsAdapter = configurableAdapter({
  marker: `${FORM} select.super-attribute-select`,
  findConfiguration: lumaConfiguration({
    element: FORM,
    widget: 'mageConfigurable',
    component: 'configurable',
    option: 'spConfig',
  }),
  readSelection: readFields,
  findSoldOutOptions: findDisabledEntries,
});
