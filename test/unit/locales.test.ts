import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../build/locales.ts';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';

const FOLDER = new URL('../../locales/', import.meta.url);

/** What every language has to have: the texts with words in English. */
const ENGLISH = Object.entries(DEFAULT_TEXTS).filter(([, text]) => text);

/** What a shop that imports it sends is small. */
const MOST_BYTES = 1500;

/** On the button of a page, which is narrow on a phone. */
const ON_BUTTONS = ['trigger', 'hint', 'notLoaded'];

/** A letter of Chinese, Japanese or Korean is as wide as two others. */
const measureWidth = (text: string): number =>
  text.length + (text.match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/gu)?.length ?? 0);

/** A short text may grow more than a long one: "Stop" is twice as long in many languages. */
const findWidest = (name: string, english: string): number =>
  ON_BUTTONS.includes(name) ? english.length * 1.4 : english.length * 1.4 + 10;

/** What a translation has to keep: placeholders, and where links lead. */
const listKept = (text: string): readonly string[] =>
  (text.match(/\{\w+\}|\]\([^)]*\)/g) ?? []).sort();

test('every file of locales/ is named by a BCP 47 tag, and listed', () => {
  const tags = readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ''));
  expect(tags.sort()).toEqual(Object.keys(LOCALES).sort());
  expect(Intl.getCanonicalLocales(tags).sort()).toEqual(tags);
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  expect(tags.filter((tag) => names.of(tag) === undefined)).toEqual([]);
});

test('docs/languages.md names every language', () => {
  const document = readFileSync(new URL('../../docs/languages.md', import.meta.url), 'utf8');
  const tags = Object.keys(LOCALES);
  expect(document).toContain(`${tags.length} other languages`);
  expect(tags.filter((tag) => !document.includes(`\`${tag}\``))).toEqual([]);
});

describe.each(Object.entries(LOCALES))('locales/%s.json', (tag, pack) => {
  const texts: Readonly<Record<string, string | undefined>> = { ...pack };
  const each = ENGLISH.map(([name, english]) => ({ name, english, text: texts[name] ?? '' }));

  /** Names the language and each text that is not as it has to be. */
  const list = (isWrong: (row: (typeof each)[number]) => boolean): readonly string[] =>
    each.filter(isWrong).map(({ name, text }) => `${tag}: ${name}: ${text}`);

  test('has every text and no other, in the order of texts.ts', () => {
    expect(list(({ text }) => text.trim() === '')).toEqual([]);
    expect(Object.keys(pack)).toEqual(ENGLISH.map(([name]) => name));
  });

  test('has the placeholders and the links of English', () => {
    const differs = ({ english, text }: (typeof each)[number]) =>
      listKept(text).join() !== listKept(english).join();
    expect(list(differs)).toEqual([]);
  });

  test('is not much longer than English', () => {
    const isLong = ({ name, english, text }: (typeof each)[number]) =>
      measureWidth(text) > findWidest(name, english);
    expect(list(isLong)).toEqual([]);
  });

  test('has no signs of a typewriter, and no blanks at the ends', () => {
    expect(list(({ text }) => /['"]|\.\.\.|^\s|\s$|\s\s/.test(text))).toEqual([]);
  });

  test('has no forms for several genders or numbers, as in "inscrit(e)" or "bereit/e"', () => {
    expect(list(({ text }) => /\p{L}\(\p{L}+\)|\p{L}[/·]\p{L}/u.test(text))).toEqual([]);
  });

  test('says something else of every result, as English does', () => {
    const sentences = each.filter(({ english }) => english.endsWith('.')).map(({ text }) => text);
    expect(sentences.length).toBeGreaterThanOrEqual(20);
    expect(sentences.filter((text, index) => sentences.indexOf(text) !== index)).toEqual([]);
  });

  test('is small', () => {
    const file = readFileSync(new URL(`${tag}.json`, FOLDER));
    expect(brotliCompressSync(file).length).toBeLessThanOrEqual(MOST_BYTES);
  });
});
