import { readDefaults } from '../../build/module/module-settings.ts';

/** Gives what a field of the admin holds, by its group and its name: `button`, `text`. */
export type AdminSettings = (group: string, field: string) => string;

/** Reads what the admin holds before a merchant has changed anything. */
export function readAdminSettings(): AdminSettings {
  const defaults = readDefaults();
  return (group, field) => {
    const value = defaults[`${group}/${field}`];
    if (value === undefined) throw new Error(`The admin has no field ${group}/${field}.`);
    return value;
  };
}
