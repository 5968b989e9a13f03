import { readSelectionFrom } from './adapter.ts';
import { findProductForm, listInForm } from './areas.ts';
import { configurableAdapter } from './configurable.ts';
import { lumaConfiguration } from './luma-configuration.ts';

/**
 * The form's own fields for a configurable's options: dropdowns in every theme, radio buttons in Hyvä.
 * The name contains the attribute's id (`super_attribute[138]`), and the value is the option's id.
 * `selected_configurable_option` is no source: it names a child too early, goes stale, or stays empty.
 */
const DROPDOWN = 'select[name^="super_attribute["]';
const RADIO = 'input[type=radio][name^="super_attribute["]:checked';

const attributeId = (field: Element | null) =>
  /\d+/.exec(field?.getAttribute('name') ?? '')?.[0] ?? '';

/** All fields for a configurable's options, chosen or not. */
export const FIELDS = '[name^="super_attribute["]';

/** Reads the options that are chosen in the form's fields. */
export const readFields = (area: Element) =>
  readSelectionFrom(
    listInForm<HTMLSelectElement | HTMLInputElement>(area, `${DROPDOWN}, ${RADIO}`),
    (field) => [attributeId(field), field.value],
  );

/** Other products on the page, in tiles for example, have swatches too, but not in the product's form. */
const SWATCHES = '[data-role=swatch-options]';

/** Up to Magento 2.3 the widget's attributes have names without `data-`. */
const readAttribute = (element: Element | null, name: string) =>
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
      readAttribute(attribute, 'attribute-id'),
      readAttribute(attribute, 'option-selected'),
    ]),
  // The class decides: the attribute `disabled` stays behind when a swatch can be chosen again.
  findSoldOutOptions: (area) =>
    listInForm(area, `${SWATCHES} .swatch-option.disabled`).map((element) => ({
      element,
      attributeId: readAttribute(element.closest('.swatch-attribute'), 'attribute-id'),
      optionId: readAttribute(element, 'option-id'),
    })),
});

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
});
