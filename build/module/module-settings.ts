import { parseModuleXml } from './module-files.ts';

/** A field of the admin, as `etc/adminhtml/system.xml` describes it. */
export interface Field {
  /** Group and field, for example `button/text`. */
  readonly path: string;
  readonly group: string;
  readonly type: string;
  readonly label: string;
  readonly comment: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly backend: string;
  readonly source: string;
  readonly validation: readonly string[];
  /** Value and label of each entry of a select. */
  readonly options: readonly (readonly [value: string, label: string])[];
  /** Field of the same group and value with which this one is shown. */
  readonly dependsOn: readonly (readonly [field: string, value: string])[];
}

export interface Group {
  readonly id: string;
  readonly label: string;
  /** Above the fields; empty where there is none. */
  readonly comment: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly fields: readonly Field[];
}

export interface Section {
  readonly label: string;
  readonly tab: string;
  readonly resource: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly groups: readonly Group[];
}

/** A parsed element: attributes, a text, or further elements. */
interface Element {
  readonly [name: string]: string;
}

const listAttributes = (element: Element): Record<string, string> =>
  Object.fromEntries(
    Object.entries(element)
      .filter(([name]) => name.startsWith('@'))
      .map(([name, value]) => [name.slice(1), value]),
  );

// biome-ignore lint/suspicious/noExplicitAny: as parsed; the schema says what it holds.
function readField(group: string, field: any): Field {
  const { label, comment = '', options, depends } = field;
  return {
    path: `${group}/${field['@id']}`,
    group,
    type: field['@type'],
    label,
    comment,
    attributes: listAttributes(field),
    backend: field.backend_model ?? '',
    source: field.source_model ?? '',
    validation: field.validate?.split(' ') ?? [],
    options: (options?.option ?? []).map((entry: Element) => [entry['#text'], entry['@label']]),
    dependsOn: (depends?.field ?? []).map((entry: Element) => [entry['@id'], entry['#text']]),
  };
}

/** The module's page in the admin. */
export function readSection(): Section {
  const { section } = parseModuleXml('etc/adminhtml/system.xml').config.system;
  return {
    label: section.label,
    tab: section.tab,
    resource: section.resource.join(),
    attributes: listAttributes(section),
    // biome-ignore lint/suspicious/noExplicitAny: as parsed; the schema says what it holds.
    groups: section.group.map((group: any) => ({
      id: group['@id'],
      label: group.label,
      comment: group.comment ?? '',
      attributes: listAttributes(group),
      fields: group.field.map((field: unknown) => readField(group['@id'], field)),
    })),
  };
}

/** Every field of it. */
export const listFields = (): readonly Field[] =>
  readSection().groups.flatMap((group) => group.fields);

/** The field of this path, for example `button/text`. */
export function findField(path: string): Field {
  const field = listFields().find((candidate) => candidate.path === path);
  if (!field) throw new Error(`etc/adminhtml/system.xml has no ${path}.`);
  return field;
}

/** What `etc/config.xml` gives each setting, by its path; an empty element gives an empty text. */
export function readDefaults(): Readonly<Record<string, string>> {
  const section = parseModuleXml('etc/config.xml').config.default.back_in_stock;
  return Object.fromEntries(
    Object.entries<Record<string, string>>(section).flatMap(([group, fields]) =>
      Object.entries(fields).map(([field, value]) => [`${group}/${field}`, value]),
    ),
  );
}
