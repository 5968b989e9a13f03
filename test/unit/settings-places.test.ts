import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEFAULTS } from '../../src/configuration/options.ts';
import { WIDGET_SETTINGS } from '../module/widget-settings.ts';

// A setting has several places. Each test names the place that lacks one.

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const { trigger, modal, texts, on, ...simple } = DEFAULTS;

/** Every setting that has a row of its own in docs/settings.md, with its default. */
const SETTINGS: Readonly<Record<string, unknown>> = {
  ...simple,
  ...prefix('trigger', trigger),
  ...prefix('modal', modal),
};

/** Why the admin has no field for these. */
const NOT_IN_THE_ADMIN: Readonly<Record<string, string>> = {
  store: 'the module prints it',
  storeCode: 'the module prints it',
  endpoint: 'the module prints that of its relay',
  mark: 'the module makes a new one on every page',
  formUrl: 'the module prints it',
  product: 'the module prints product data',
  timeout: 'a theme sets it',
  retries: 'a theme sets it',
  outbox: 'a theme sets it',
  graphql: 'the module prints its path',
  checkStock: 'the cache of pages that the module prints follows the stock',
  customerEmail: 'a theme sets it',
  stockLabel: 'a matter of the theme',
  'trigger.align': 'a matter of the theme',
  'trigger.margin': 'a matter of the theme',
  'trigger.width': 'a matter of the theme',
  'modal.radius': 'a matter of the theme',
  'modal.width': 'a matter of the theme',
};

/** Settings that no attribute of a script tag can hold. */
const NOT_AN_ATTRIBUTE = ['product'];

function prefix(group: string, settings: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [`${group}.${name}`, value]),
  );
}

/** The rows of a table whose first cell names settings: name to the cell of its default. */
function readRows(path: string): Map<string, string> {
  const rows = read(path).matchAll(/^\| (`[^|]+`) \| ([^|]*) \|/gm);
  return new Map(
    [...rows].flatMap(([, names = '', defaults = '']) => {
      const cells = names.split(', ');
      const values = cells.length > 1 ? defaults.split(', ') : [defaults];
      return cells.map((name, index): [string, string] => [
        name.replaceAll('`', ''),
        (values[index] ?? '').trim(),
      ]);
    }),
  );
}

const difference = (one: Iterable<string>, other: Iterable<string>) => {
  const others = new Set(other);
  return [...one].filter((name) => !others.has(name));
};

describe('docs/settings.md', () => {
  const rows = readRows('docs/settings.md');

  test('has a row for every setting', () => {
    expect(difference(Object.keys(SETTINGS), rows.keys())).toEqual([]);
  });

  test.each(Object.entries(SETTINGS))('gives the default of %s', (name, value) => {
    const cell = rows.get(name) ?? '';
    const [, literal] = /^`(.*)`$/.exec(cell) ?? [];
    // What is empty may be described in words: "what the page tells".
    if (literal === undefined) expect([cell !== '', value || ''], name).toEqual([true, '']);
    else expect(literal, name).toBe(JSON.stringify(value));
  });

  test('has a row for every event', () => {
    const names = Object.keys(on);
    expect(difference(names, rows.keys())).toEqual([]);
    for (const name of names) expect(rows.get(name), name).toBe(`\`back-in-stock:${name}\``);
  });
});

describe('docs/texts.md', () => {
  const rows = readRows('docs/texts.md');

  test('has a row for every text, and for nothing else', () => {
    expect([...rows.keys()].sort()).toEqual(Object.keys(texts).sort());
  });

  test.each(Object.entries(texts))('gives the default of %s', (name, value) => {
    expect(rows.get(name)?.replace(/ ?\*\(.*\)\*$/, ''), name).toBe(value);
  });
});

test('docs/script-tag.md names the attribute of every simple setting', () => {
  const text = read('docs/script-tag.md');
  const attributes = Object.keys(simple)
    .filter((name) => !NOT_AN_ATTRIBUTE.includes(name))
    .map((name) => `data-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  expect(attributes.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

test('the admin has a field for every setting, or there is a reason why not', () => {
  const fields = Object.values(WIDGET_SETTINGS);
  const left = difference(Object.keys(SETTINGS), [...fields, ...Object.keys(NOT_IN_THE_ADMIN)]);
  expect(left).toEqual([]);
  expect(fields.filter((name) => name in NOT_IN_THE_ADMIN)).toEqual([]);
});
