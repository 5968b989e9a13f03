import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listModuleFiles, readModuleFile } from '../../build/module/module-files.ts';
import {
  type Field,
  listFields,
  readDefaults,
  readSection,
} from '../../build/module/module-settings.ts';
import { readDocument } from '../support/documents.ts';

const SETTINGS = readDocument('docs/module-settings.md');
const OUTPUT = readDocument('docs/module-output.md');

/** The first three cells of each row of the table of settings: group (empty: the same), label, default. */
function listRows(): readonly (readonly string[])[] {
  const [, table = ''] = /\n\| group \| field .*\n\|.*\n((?:\|.*\n)+)/.exec(SETTINGS) ?? [];
  const rows = table.trim().split('\n');
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, 4)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

test('what a theme keeps out of bundles is the file that the module loads', () => {
  const [, file = ''] = /<item type="file">BackInStock_Klaviyo::(.+)<\/item>/.exec(OUTPUT) ?? [];
  expect(listModuleFiles('.js')).toContain(`view/frontend/web/${file}`);
  expect(readModuleFile('Block/ConfigurationTag.php')).toContain(`BackInStock_Klaviyo::${file}`);
});

// Magento lays the lists of a theme and its parents over each other by position, and those of modules with them.
test('the module excludes nothing from bundles itself: it would push out what a parent theme excludes', () => {
  expect(listModuleFiles('.xml')).not.toContain('etc/view.xml');
});

test('the documents name the choices that the command line takes, and the blocks whose tiles get buttons', () => {
  for (const { path, options } of listFields()) {
    for (const [value] of options) expect(SETTINGS, path).toContain(`\`${value}\``);
    if (options.length) expect(SETTINGS).toContain(`\`${path}\``);
  }
  const layout = readModuleFile('view/frontend/layout/catalog_product_view.xml');
  const lists = [...layout.matchAll(/<item name="\w+" xsi:type="string">([^<]+)</g)];
  expect(lists).toHaveLength(2);
  for (const [, name] of lists) expect(OUTPUT).toContain(`\`${name}\``);
});

/** What a merchant sees in the field before anything is set. */
function showDefault({ path, type, options }: Field): string {
  const value = readDefaults()[path] ?? '';
  if (type !== 'select') return value || 'empty';
  return options.find(([option]) => option === value)?.[1] ?? (value === '1' ? 'Yes' : 'No');
}

test('docs/module-settings.md has every field of the admin in its order, with its default', () => {
  const expected = readSection().groups.flatMap(({ label: group, fields }) =>
    fields.map((field, index) => [index === 0 ? group : '', field.label, showDefault(field)]),
  );
  expect(listRows()).toEqual(expected);
  expect(expected).toHaveLength(listFields().length);
});

// The PHP tests load that extension, so the example is one that works.
test('the example of di.xml is the one of the extension in the tests', () => {
  const [example = ''] =
    /<type name="BackInStock[\s\S]*?<\/type>/.exec(readModuleFile('README.md')) ?? [];
  const file = readFileSync(new URL('other-extension/etc/di.xml', import.meta.url), 'utf8');
  const trim = (xml: string) => xml.replaceAll(/^ +/gm, '');
  expect(example).toContain('<item name="kit"');
  expect(trim(file)).toContain(trim(example));
});
