import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { type Program, parse } from 'acorn';
import { describe, expect, test } from 'vitest';
import { findBundle, ROOT } from '../../build/bundles.ts';
import { findParts, nameOf } from '../support/dist.ts';

const PATH = 'magento/view/frontend/web/js/back-in-stock.min.js';

const SCRIPT = readFileSync(`${ROOT}${PATH}`, 'utf8');

test.each(['back-in-stock.js', 'back-in-stock.form.js'] as const)(
  'the module’s copy of %s is the built one, byte by byte',
  (built) => {
    const path = `magento/view/frontend/web/js/${built.replace('.js', '.min.js')}`;
    const isTheSame = readFileSync(`${ROOT}${path}`).equals(readFileSync(findBundle(built)));
    expect(isTheSame, `${path} is not dist/${built}: run npm run build:module`).toBe(true);
  },
);

/** What "Merge JavaScript Files" makes of these files: a semicolon between them, and no line break. */
const merge = (...files: readonly string[]) => files.join(';').trimStart();

/** Runs what the shop has merged on a page that is still being parsed, and gives what is global then. */
function run(merged: string) {
  const document = {
    readyState: 'loading',
    currentScript: null,
    addEventListener() {},
    querySelector: () => null,
  };
  const context = createContext({ document, ran: [] as string[] });
  runInContext(merged, context);
  const ran: string[] = runInContext('ran', context);
  const names: string[] = runInContext('Object.keys(BackInStock)', context);
  return { ran, names };
}

const API = ['init', 'registerAdapter'];

describe('merged into one file with others', () => {
  test.each([
    ['ends without a semicolon', "ran.push('before')"],
    ['ends with a function', "var before = function () {}, name = ran.push('before')"],
    ['ends with a comment', "ran.push('before') /* the end */"],
    ['puts all of the file into strict mode', "'use strict'; ran.push('before')"],
  ])('it runs after one that %s', (_, before) => {
    expect(run(merge(before, SCRIPT))).toEqual({ ran: ['before'], names: API });
  });

  test.each([
    ['begins with a bracket', "(function () { ran.push('after') })()"],
    ['begins with a list', "['after'].forEach(function (each) { ran.push(each) })"],
    ['begins with a template', "`a`; ran.push('after')"],
    ['begins with an expression', "/a/.test('a') && ran.push('after')"],
    ['begins with line breaks', "\n\n  ran.push('after')\n"],
    ['is not strict', "after = 'after'; with ({ word: after }) { ran.push(word) }"],
    ['uses its names', "var t = 'after', e = t, n = e; ran.push(n)"],
  ])('it leaves alone one after it that %s', (_, after) => {
    expect(run(merge(SCRIPT, after))).toEqual({ ran: ['after'], names: API });
  });

  test('it does no harm when it is there twice', () => {
    expect(run(merge("ran.push('before')", SCRIPT, SCRIPT, "ran.push('after')"))).toEqual({
      ran: ['before', 'after'],
      names: API,
    });
  });
});

test('it has nothing to do with a loader, whatever bundles it', () => {
  const program: Program = parse(SCRIPT, { ecmaVersion: 2022, sourceType: 'script' });
  const names = new Set(findParts(program, 'Identifier').map(nameOf));
  const loaders = ['define', 'require', 'requirejs', 'module', 'exports'];
  expect(loaders.filter((name) => names.has(name))).toEqual([]);
});

test('it has nothing that Magento’s translation of scripts takes for a text', () => {
  // With the strategy "embedded" these calls are replaced by a text when the file is deployed.
  const calls = [
    /(?:\$|jQuery)\.mage\.__\(/,
    /\$t\(\s*['"]/,
    /(?:i18n:|_\.i18n\()\s*['"]/,
    /translate(?: args)?=/,
  ];
  expect(calls.filter((call) => call.test(SCRIPT))).toEqual([]);
});
