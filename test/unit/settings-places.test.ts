import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { listModuleFiles, readModuleFile } from '../../build/module/module-files.ts';
import { listFields, readDefaults } from '../../build/module/module-settings.ts';
import { readPhrases } from '../../build/phrases.ts';
import { GENERATED } from '../../build/settings/generated.ts';
import { listSettings, type Setting } from '../../build/settings/list-settings.ts';
import { describeConfiguration } from '../../demo/module/module-configuration.ts';
import { DEFAULTS } from '../../src/configuration/options.ts';
import { readAttributes } from '../../src/configuration/page-settings.ts';
import { parseConfiguration } from '../../src/configuration/parse-configuration.ts';

// `src/configuration` describes each setting, and `npm run build:settings` writes what follows from that. Some places need
// words or code of their own. Each test names the settings that a place lacks.

const SETTINGS = listSettings();

const { trigger, modal, texts, on, ...simple } = DEFAULTS;

/** Every setting with a default, by its path. */
const DEFAULT_VALUES: Readonly<Record<string, unknown>> = {
  ...simple,
  ...prefix('trigger', trigger),
  ...prefix('modal', modal),
  ...prefix('texts', texts),
  ...prefix('on', on),
};

function prefix(group: string, settings: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [`${group}.${name}`, value]),
  );
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const listMissing = (settings: readonly Setting[], file: string): readonly string[] =>
  settings.map(({ path }) => `setting ${path} is missing in ${file}`);

const isText = ({ group }: Setting) => group === 'texts';
const isEvent = ({ group }: Setting) => group === 'on';

beforeAll(() => {
  const window = new Window({ url: 'https://shop.example/' });
  vi.stubGlobal('document', window.document);
  vi.stubGlobal('location', window.location);
  vi.stubGlobal('CSS', window.CSS);
});

afterAll(() => {
  vi.unstubAllGlobals();
});

describe('src/configuration', () => {
  test('has a comment for every default, and a default for every comment', () => {
    const described = SETTINGS.filter(({ text }) => text).map(({ path }) => path);
    expect(described.sort()).toEqual(Object.keys(DEFAULT_VALUES).sort());
  });

  test('names the field of the admin for every setting, or says why there is none', () => {
    const silent = SETTINGS.filter((setting) => !isText(setting) && !isEvent(setting)).filter(
      ({ field, admin }) => !field && !/^none: ./.test(admin),
    );
    expect(listMissing(silent, '@admin of its comment')).toEqual([]);
  });

  test('checks every setting in parse-configuration.ts', () => {
    const parsed = parseConfiguration([{ apiKey: 'ABC123' }]);
    const unchecked = SETTINGS.filter(
      ({ group, name }) => !Object.hasOwn(Object(group ? Object(parsed)[group] : parsed), name),
    );
    expect(listMissing(unchecked, 'src/configuration/parse-configuration.ts')).toEqual([]);
  });

  test('reads every setting that an attribute can hold in page-settings.ts', () => {
    const unread = SETTINGS.filter(({ group, value }) => !group && value !== undefined).filter(
      ({ name }) => readAttributes({ dataset: { [name]: 'x' } } as never) === undefined,
    );
    expect(listMissing(unread, 'src/configuration/page-settings.ts')).toEqual([]);
  });
});

test.each(Object.entries(GENERATED))('%s is what build:settings writes', (file, renew) => {
  const content = read(file);
  expect(content, `${file} is stale: run npm run build:settings`).toBe(renew(content));
});

/** The rows of a table whose first cell names a setting: name to the cell of its default. */
function readRows(path: string): Map<string, string> {
  const rows = read(path).matchAll(/^\| `([^`|]+)` \| ([^|]*) \|/gm);
  return new Map([...rows].map(([, name = '', cell = '']) => [name, cell.trim()]));
}

describe('docs/settings.md', () => {
  const file = 'docs/settings.md';
  const rows = readRows(file);
  const settings = SETTINGS.filter((setting) => !isText(setting) && !isEvent(setting));
  const events = SETTINGS.filter(isEvent);

  test('has a row for every setting', () => {
    const missing = settings.filter(({ path }) => !rows.has(path));
    expect(listMissing(missing, file)).toEqual([]);
  });

  test.each(settings)('gives the default of $path', ({ path, value }) => {
    const cell = rows.get(path) ?? '';
    const [, literal] = /^`(.*)`$/.exec(cell) ?? [];
    // What is empty may be described in words: "what the page says".
    if (literal === undefined) expect([cell !== '', value || ''], path).toEqual([true, '']);
    else expect(literal, path).toBe(JSON.stringify(value));
  });

  test('has a row for every event', () => {
    const missing = events.filter(({ name }) => rows.get(name) !== `\`back-in-stock:${name}\``);
    expect(listMissing(missing, file)).toEqual([]);
  });
});

describe('docs/texts.md', () => {
  const rows = readRows('docs/texts.md');

  test('has a row for every text, and for nothing else', () => {
    const missing = SETTINGS.filter(isText).filter(({ name }) => !rows.has(name));
    expect(listMissing(missing, 'docs/texts.md')).toEqual([]);
    expect([...rows.keys()].sort()).toEqual(Object.keys(texts).sort());
  });

  test.each(Object.entries(texts))('gives the default of %s', (name, value) => {
    expect(rows.get(name)?.replace(/ ?\*\(.*\)\*$/, ''), name).toBe(value);
  });
});

test('docs/script-tag.md names the attribute of every simple setting', () => {
  const text = read('docs/script-tag.md');
  const hyphenate = (name: string) =>
    name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const missing = SETTINGS.filter(({ group, name }) => !group && name !== 'product').filter(
    ({ name }) => !text.includes(`\`data-${hyphenate(name)}\``),
  );
  expect(listMissing(missing, 'docs/script-tag.md')).toEqual([]);
});

describe('the Magento module', () => {
  const withField = SETTINGS.filter(({ field }) => field);
  const fields = new Map(listFields().map((field) => [field.path, field]));

  test('has a default for every field in config.xml', () => {
    const missing = withField.filter(({ field }) => readDefaults()[field] === undefined);
    expect(listMissing(missing, 'magento/etc/config.xml')).toEqual([]);
  });

  test('has every field in system.xml', () => {
    const missing = withField.filter(({ field }) => !fields.has(field));
    expect(listMissing(missing, 'magento/etc/adminhtml/system.xml')).toEqual([]);
  });

  test('prints every field in WidgetConfiguration.php', () => {
    const source = readModuleFile('Model/WidgetConfiguration.php');
    const all = listModuleFiles('.php').map(readModuleFile).join('');
    const missing = withField.filter(
      ({ name, field }) => !source.includes(`'${name}' =>`) || !all.includes(`'${field}'`),
    );
    expect(listMissing(missing, 'magento/Model/WidgetConfiguration.php')).toEqual([]);
  });

  const sentences = SETTINGS.filter((setting) => isText(setting) && setting.value);

  test('has every other sentence in Texts.php', () => {
    const source = readModuleFile('Model/Texts.php');
    const missing = sentences.filter(
      ({ field, name }) => !field && !source.includes(`'${name}' => __(`),
    );
    expect(listMissing(missing, 'magento/Model/Texts.php')).toEqual([]);
  });

  test('has every sentence in its phrases', () => {
    const phrases = readPhrases(readModuleFile('i18n/en_US.csv')).map(([phrase]) => phrase);
    const missing = sentences.filter(({ value }) => !phrases.includes(String(value)));
    expect(listMissing(missing, 'magento/i18n/en_US.csv')).toEqual([]);
  });

  test('has a row for every field in docs/module-settings.md', () => {
    const document = read('docs/module-settings.md');
    const missing = withField.filter(
      ({ field }) => !document.includes(`| ${fields.get(field)?.label} |`),
    );
    expect(listMissing(missing, 'docs/module-settings.md')).toEqual([]);
  });

  test('has every field in the demo, whose pages set the key themselves', () => {
    const printed = describeConfiguration('client');
    const missing = withField
      .filter(({ path }) => path !== 'apiKey')
      .filter(({ group, name }) => !Object.hasOwn(Object(group ? printed[group] : printed), name));
    expect(listMissing(missing, 'describeConfiguration of the demo')).toEqual([]);
  });
});
