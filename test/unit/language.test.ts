import { expect, test } from 'vitest';
import { LOCALES } from '../../build/locales.ts';
import { chooseLanguage, LANGUAGES, TEXT_COUNT } from '../../src/loading/language.ts';

test('the widget knows every language that has a file, and how many texts a file has', () => {
  expect(LANGUAGES).toEqual(Object.keys(LOCALES).sort());
  for (const texts of Object.values(LOCALES)) {
    expect(Object.keys(texts)).toHaveLength(TEXT_COUNT);
  }
});

test.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['DE_ch', 'de'],
  ['fr-CA', 'fr'],
  ['pt', 'pt'],
  ['pt-PT', 'pt'],
  ['pt-BR', 'pt-BR'],
  ['pt_BR', 'pt-BR'],
  ['nb-NO', 'nb'],
  ['no', 'nb'],
  ['no-NO', 'nb'],
  ['zh-Hans', 'zh-Hans'],
  ['zh_Hans_CN', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
])('%s is %s', (tag, language) => {
  expect(chooseLanguage(tag)).toBe(language);
});

test.each(['', 'off', 'en', 'en-GB', 'nn', 'zh', 'zh-TW', 'zh-Hant-HK', 'fil', 'det', 'fa', '.*'])(
  '%j has no file',
  (tag) => {
    expect(chooseLanguage(tag)).toBeUndefined();
  },
);
