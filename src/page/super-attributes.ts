import { readSelectionFrom, type SoldOutOption } from './adapter.ts';
import { listInForm } from './areas.ts';

/**
 * The form's own fields for a configurable's options, of which the name tells the attribute
 * (`super_attribute[138]`) and the value the option: dropdowns in every theme, radio buttons in Hyvä.
 * `selected_configurable_option` is no source: it names a child too early, goes stale, or stays empty.
 */
const DROPDOWN = 'select[name^="super_attribute["]';
const RADIO = 'input[type=radio][name^="super_attribute["]:checked';

const attributeId = (field: Element | null) =>
  /\d+/.exec(field?.getAttribute('name') ?? '')?.[0] ?? '';

/** All of them, chosen or not. */
export const FIELDS = '[name^="super_attribute["]';

/** What is chosen in them. */
export const readFields = (area: Element) =>
  readSelectionFrom(
    listInForm<HTMLSelectElement | HTMLInputElement>(area, `${DROPDOWN}, ${RADIO}`),
    (field) => [attributeId(field), field.value],
  );

/** The entries of dropdowns that cannot be chosen. */
export const findDisabledEntries = (area: Element): SoldOutOption[] =>
  listInForm<HTMLOptionElement>(area, `${DROPDOWN} option:disabled`).map((element) => ({
    element,
    attributeId: attributeId(element.closest('select')),
    optionId: element.value,
  }));
