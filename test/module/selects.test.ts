import { Window } from 'happy-dom';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readModuleFile } from '../../build/module/module-files.ts';
import { findField, listFields, readDefaults } from '../../build/module/module-settings.ts';
import { parseConfiguration } from '../../src/configuration/parse-configuration.ts';
import { CHOICES, SERVER_CHOICES, WIDGET_SETTINGS, writeOptions } from './widget-settings.ts';

const FIELDS = listFields();
const SELECTS = FIELDS.filter(({ type }) => type === 'select');
const complaints = vi.spyOn(console, 'error').mockReturnValue();

beforeAll(() => {
  const window = new Window({ url: 'https://shop.example/' });
  vi.stubGlobal('document', window.document);
  vi.stubGlobal('location', window.location);
  vi.stubGlobal('CSS', window.CSS);
});

afterAll(() => {
  vi.unstubAllGlobals();
  complaints.mockRestore();
});

test.each(SELECTS)(
  '$path offers what the widget takes, each by another name',
  ({ path, options, source }) => {
    const choices = CHOICES[WIDGET_SETTINGS[path] ?? ''] ?? SERVER_CHOICES[path];
    expect(options.map(([value]) => value)).toEqual(Object.keys(choices ?? {}));
    expect(source).toBe(choices ? '' : 'Magento\\Config\\Model\\Config\\Source\\Yesno');
    expect(new Set(options.map(([, label]) => label)).size).toBe(options.length);
  },
);

test.each(Object.entries(CHOICES))(
  '%s: the widget starts with each of them, and with nothing else',
  (setting, choices) => {
    const start = (value: string) =>
      parseConfiguration([{ apiKey: 'ABC123', store: '1' }, writeOptions(setting, value)]);
    for (const value of Object.keys(choices)) expect(start(value), value).toBeDefined();
    expect(complaints).not.toHaveBeenCalled();
    expect(start('other')).toBeUndefined();
    expect(complaints).toHaveBeenCalledTimes(1);
    complaints.mockClear();
  },
);

test.each(SELECTS)('$path: nothing but its entries is saved', ({ options, backend }) => {
  const file = `${backend.replace('BackInStock\\Klaviyo\\', '').replaceAll('\\', '/')}.php`;
  const [, list = ''] = /const CHOICES = \[(.*)\];/.exec(readModuleFile(file)) ?? [];
  const values = options.length ? options.map(([value]) => value) : ['0', '1'];
  expect(list).toBe(values.map((value) => `'${value}'`).join(', '));
});

test('what is on by default is so for the server too, where a file holds nonsense', () => {
  const [, list = ''] =
    /YES_BY_DEFAULT = \[(.*)\];/.exec(readModuleFile('Model/Settings.php')) ?? [];
  const defaults = readDefaults();
  const on = SELECTS.filter(({ source, path }) => source && defaults[path] === '1');
  expect(list).toBe(on.map(({ path }) => `'${path}'`).join(', '));
});

test('no other field has entries', () => {
  const others = FIELDS.filter((field) => !SELECTS.includes(field));
  expect(others.filter(({ options, source }) => options.length || source)).toEqual([]);
});

test('three fields are shown only with the way of sending that needs them', () => {
  expect(findField('general/catalogue').dependsOn).toEqual([['api', 'client']]);
  expect(findField('general/requests_per_minute').dependsOn).toEqual([['api', 'relay']]);
  expect(findField('general/forwards_at_once').dependsOn).toEqual([['api', 'relay']]);
  expect(FIELDS.filter(({ dependsOn }) => dependsOn.length)).toHaveLength(3);
});
