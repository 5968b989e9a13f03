import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOT } from '../../build/bundles.ts';
import { readDocument } from '../support/documents.ts';

// docs/accessibility.md names the test of each success criterion. A statement is worth as much as the tests that it names.

const STATEMENT = readDocument('docs/accessibility.md').replaceAll(/\n {2}/g, ' ');

/** The success criteria of WCAG 2.2 at the levels A and AA. */
const CRITERIA = [
  ...['1.1.1', '1.2.1', '1.2.2', '1.2.3', '1.2.4', '1.2.5', '1.3.1', '1.3.2', '1.3.3', '1.3.4'],
  ...['1.3.5', '1.4.1', '1.4.2', '1.4.3', '1.4.4', '1.4.5', '1.4.10', '1.4.11', '1.4.12'],
  ...['1.4.13', '2.1.1', '2.1.2', '2.1.4', '2.2.1', '2.2.2', '2.3.1', '2.4.1', '2.4.2', '2.4.3'],
  ...['2.4.4', '2.4.5', '2.4.6', '2.4.7', '2.4.11', '2.5.1', '2.5.2', '2.5.3', '2.5.4', '2.5.7'],
  ...['2.5.8', '3.1.1', '3.1.2', '3.2.1', '3.2.2', '3.2.3', '3.2.4', '3.2.6', '3.3.1', '3.3.2'],
  ...['3.3.3', '3.3.4', '3.3.7', '3.3.8', '4.1.2', '4.1.3'],
];

const FILES = ['browser', 'dom', 'unit'].flatMap((folder) =>
  readdirSync(`${ROOT}test/${folder}`).map((name) => [folder, name] as const),
);

/** The titles of the tests in each file, with `…` for what a table puts in. */
const TITLES = new Map(
  FILES.filter(([, name]) => /\.(spec|test)\.tsx?$/.test(name)).map(([folder, name]) => {
    const source = readFileSync(`${ROOT}test/${folder}/${name}`, 'utf8');
    const calls = source.matchAll(/\btest\(\s*(['"`])([\s\S]*?)\1/g);
    const titles = [...calls].map(([, , title = '']) => title.replaceAll(/\$\{[^}]*\}/g, '…'));
    return [name, titles];
  }),
);

const NAMED = [...STATEMENT.matchAll(/`([\w-]+\.(?:spec|test)\.tsx?)`: "([^"]+)"/g)].map(
  ([, file = '', title = '']) => [file, title] as const,
);

test('the statement names many tests', () => {
  expect(NAMED.length).toBeGreaterThan(30);
});

test.each(NAMED)('%s has the test "%s"', (file, title) => {
  expect(TITLES.get(file)).toContain(title);
});

test('each criterion stands in the statement, once: with its test, or with the reason why it does not apply', () => {
  const [, rows = ''] = STATEMENT.split('## Criteria');
  const [listed = ''] = rows.split('## ');
  const first = [...listed.matchAll(/^\| (\d\.\d\.\d+) /gm)].map(([, number]) => number);
  const [, exempt = ''] = listed.split('Those that do not apply:');
  const rest = [...exempt.matchAll(/\d\.\d\.\d+/g)].map(([number]) => number);
  expect([...first, ...rest].sort()).toEqual([...CRITERIA].sort());
  const unproven = listed
    .split('\n')
    .filter((row) => /^\| \d/.test(row) && !/\.(spec|test)\.ts`: "/.test(row));
  expect(unproven).toEqual([]);
});
