import { expect, test } from 'vitest';
import { readModuleFile } from '../../build/module/module-files.ts';
import {
  type Field,
  listFields,
  readDefaults,
  readSection,
} from '../../build/module/module-settings.ts';

/** The first three cells of each row of the table of settings: group (empty: the same), label, default. */
function listRows(): readonly (readonly string[])[] {
  const [, table = ''] =
    /\n\| group \| field .*\n\|.*\n((?:\|.*\n)+)/.exec(readModuleFile('README.md')) ?? [];
  const rows = table.trim().split('\n');
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, 4)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

/** What a merchant sees in the field before anything is set. */
function showDefault({ path, type, options }: Field): string {
  const value = readDefaults()[path] ?? '';
  if (type !== 'select') return value || 'empty';
  return options.find(([option]) => option === value)?.[1] ?? (value === '1' ? 'Yes' : 'No');
}

test('magento/README.md tells every field of the admin in its order, with its default', () => {
  const expected = readSection().groups.flatMap(({ label: group, fields }) =>
    fields.map((field, index) => [index === 0 ? group : '', field.label, showDefault(field)]),
  );
  expect(listRows()).toEqual(expected);
  expect(expected).toHaveLength(listFields().length);
});
