import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';

/** Gives what a field of the admin holds, by its group and its name: `button`, `text`. */
export type AdminSettings = (group: string, field: string) => string;

type Groups = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Reads what the admin holds before a merchant has changed anything. */
export function readAdminSettings(): AdminSettings {
  const defaults = new URL('../../magento/etc/config.xml', import.meta.url);
  const parser = new XMLParser({ parseTagValue: false });
  const { config } = parser.parse(readFileSync(defaults, 'utf8'));
  const groups: Groups = config.default.back_in_stock;
  return (group, field) => {
    const value = groups[group]?.[field];
    if (value === undefined) throw new Error(`The admin has no field ${group}/${field}.`);
    return value;
  };
}
