import { describe, expect, test } from 'vitest';
import { listModuleFiles, readModuleFile } from '../../build/module/module-files.ts';
import { listPhrases, printPhrases, readPhrases } from '../../build/phrases.ts';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';

const LANGUAGES = listModuleFiles('.csv');

/** What a translation has to keep: placeholders of the widget and of Magento, and where links lead. */
const listPlaceholders = (text: string): readonly string[] =>
  (text.match(/\{\w+\}|%\d|\]\([^)]*\)/g) ?? []).sort();

test('i18n/en_US.csv is what npm run build:phrases writes', () => {
  expect(LANGUAGES).toContain('i18n/en_US.csv');
  expect(readModuleFile('i18n/en_US.csv')).toBe(printPhrases());
});

describe.each(LANGUAGES)('%s', (file) => {
  const rows = readPhrases(readModuleFile(file));

  test('has every phrase of the module and no other, each once, in their order', () => {
    expect(file).toMatch(/^i18n\/[a-z]{2}(_[A-Z][a-z]{3})?_[A-Z]{2}\.csv$/);
    expect(rows.map(([phrase]) => phrase)).toEqual(listPhrases());
  });

  test('has a translation for each, with the same placeholders', () => {
    for (const [phrase, translation] of rows) {
      expect(translation.trim()).not.toBe('');
      expect(listPlaceholders(translation), translation).toEqual(listPlaceholders(phrase));
    }
  });
});

/** The texts between the tags of system.xml, or of a label in them: read without the reader of the phrases. */
const ADMIN_TEXT = /<(?:label|comment)>([^<]*)<|<option label="([^"]*)"/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', gt: '>', lt: '<', quot: '"' };

test('the phrases are those of shoppers, of the admin, and of its messages', () => {
  const phrases = listPhrases();
  expect(phrases).toEqual(expect.arrayContaining(Object.values(DEFAULT_TEXTS).filter(Boolean)));
  const admin = [...readModuleFile('etc/adminhtml/system.xml').matchAll(ADMIN_TEXT)].map(
    ([, text, label = '']) =>
      (text ?? label).replaceAll(/&(\w+);/g, (_, name) => ENTITIES[name] ?? ''),
  );
  expect(admin.length).toBeGreaterThan(50);
  expect(admin.filter((text) => !phrases.includes(text))).toEqual([]);
  expect(phrases).toContain('Back in stock Section');
  expect(phrases).toContain('"%1" cannot be empty. Write a text.');
});

test('what is no row is reported', () => {
  expect(readPhrases('"a","b"\n"""%1"", c","d\ne"\n')).toEqual([
    ['a', 'b'],
    ['"%1", c', 'd\ne'],
  ]);
  for (const wrong of [
    'a,b\n',
    '"a"\n',
    '"a","b"',
    '"a","b","c"\n',
    '"a","b"c"\n',
    '"a","b"\n\n',
  ]) {
    expect(() => readPhrases(wrong), wrong).toThrow('no row');
  }
});
