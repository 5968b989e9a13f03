import { describe, expect, test } from 'vitest';
import { listModuleFiles, readModuleFile } from '../../build/module/module-files.ts';
import { listFields, readDefaults } from '../../build/module/module-settings.ts';
import { findDefault, WIDGET_SETTINGS } from './widget-settings.ts';

const FIELDS = listFields();
const DEFAULT_VALUES = readDefaults();

describe('the defaults', () => {
  test.each(Object.entries(WIDGET_SETTINGS))('of %s are the widget’s own: %s', (path, setting) => {
    const value = findDefault(setting);
    const written = typeof value === 'boolean' ? String(Number(value)) : String(value);
    expect(DEFAULT_VALUES[path]).toBe(written);
  });

  test('are there for every field, and every field is there', () => {
    expect(FIELDS.map(({ path }) => path).sort()).toEqual(Object.keys(DEFAULT_VALUES).sort());
  });

  test('are all of the widget, but for what only the server needs', () => {
    const others = Object.keys(DEFAULT_VALUES).filter((path) => !(path in WIDGET_SETTINGS));
    expect(others).toEqual([
      'general/enabled',
      'general/requests_per_minute',
      'general/forwards_at_once',
      'pages/script',
    ]);
  });

  test('can be had again in the admin, where there are any', () => {
    const restorable = FIELDS.filter(({ attributes }) => attributes.canRestore === '1');
    const given = FIELDS.filter(({ path }) => DEFAULT_VALUES[path] !== '');
    expect(restorable.map(({ path }) => path)).toEqual(given.map(({ path }) => path));
  });

  test('of selects are one of their entries, and of yes and no a 1 or a 0', () => {
    for (const { path, options } of FIELDS.filter(({ type }) => type === 'select')) {
      const values = options.length ? options.map(([value]) => value) : ['0', '1'];
      expect(values, path).toContain(DEFAULT_VALUES[path]);
    }
  });
});

test('every setting is read, and everything that is read is one', () => {
  const read = listModuleFiles('.php').flatMap((file) =>
    [
      ...readModuleFile(file).matchAll(
        /(?:getText|getNumber|isEnabled|translate)\(\s*'([^']+)'[,)]/g,
      ),
    ].map(([, path = '']) => path),
  );
  expect([...new Set(read)].sort()).toEqual(Object.keys(DEFAULT_VALUES).sort());
});
