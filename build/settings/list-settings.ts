import { DEFAULTS } from '../../src/configuration/options.ts';
import { type Description, readDescriptions } from './read-descriptions.ts';

/** One setting of the widget, also a sentence or a callback, as its type, its comment and its default describe it. */
export interface Setting extends Description {
  /** Where a merchant writes it, for example `trigger.anchor`. */
  readonly path: string;
  /** The group that it is in, for example `trigger`; empty where it is in none. */
  readonly group: string;
  readonly value: unknown;
  /** Field of the Magento module's admin, for example `button/anchor`; empty where there is none. */
  readonly field: string;
}

/** Where settings are described. */
const SOURCES = ['options.ts', 'texts.ts'].map(
  (name) => new URL(`../../src/configuration/${name}`, import.meta.url),
);

/** Every setting, in the order in which the types have them. */
export function listSettings(): readonly Setting[] {
  const interfaces = new Map(SOURCES.flatMap((file) => [...readDescriptions(file)]));
  const list = (type: string, group: string, values: object): readonly Setting[] =>
    (interfaces.get(type) ?? []).flatMap((description) => {
      const { name, admin } = description;
      const value = Object(values)[name];
      if (interfaces.has(description.type)) return list(description.type, name, Object(value));
      const path = group ? `${group}.${name}` : name;
      return [{ ...description, path, group, value, field: readField(admin) }];
    });
  return list('Configuration', '', DEFAULTS);
}

/** A path of two parts is a field; everything else is a reason why there is none. */
const readField = (admin: string): string => (/^\w+\/\w+$/.test(admin) ? admin : '');
