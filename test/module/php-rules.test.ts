import { expect, test } from 'vitest';
import {
  listModuleFiles,
  listModuleTests,
  readModuleFile,
} from '../../build/module/module-files.ts';

// What can be checked without PHP; the rest is in php.test.ts.
const FILES = [...listModuleFiles('.php', '.phtml'), ...listModuleTests('.php')];

/** Only tests may do this: an integration test has no constructor for what it needs. */
const ALLOWED_IN_TESTS = 'the object manager';

/** Texts and comments, which may say anything, are left out. */
const COMMENT_OR_TEXT =
  /\/\*[\s\S]*?\*\/|(?<![:\w])\/\/[^\n]*|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g;

const readCode = (path: string): string =>
  readModuleFile(path).replaceAll(COMMENT_OR_TEXT, (part) => (/^['"]/.test(part) ? "''" : ' '));

/** What must not be there, and an example of it. */
const FORBIDDEN: readonly (readonly [what: string, pattern: RegExp, example: string])[] = [
  ['the object manager', /\bObjectManager/, 'ObjectManager::getInstance()->get(Product::class)'],
  ['output by hand', /\b(echo|print|printf|print_r|var_dump|var_export|die|exit)\b/, 'echo $html;'],
  ['code from text', /\b(eval|create_function|assert)\s*\(/, 'eval($code)'],
  ['hidden errors', /(?<![\w$])@(?=[\w$\\])/, '@file_get_contents($path)'],
  ['the globals of PHP', /\$_(GET|POST|REQUEST|SERVER|COOKIE|SESSION|ENV|FILES)\b/, '$_POST'],
  ['readonly classes (8.2)', /\breadonly\s+(final\s+|abstract\s+)?class\b/, 'readonly class A'],
  [
    'true, false or null as types (8.2)',
    /\b(fn|function)\b[^{};]*\)\s*:\s*\??(true|false|null)\b(?!\|)/,
    'function f(): true',
  ],
  ['mixed unions (8.2)', /\([^()]*&[^()]*\)\s*\||\|\s*\([^()]*&[^()]*\)\s*\$?\w/, '(A&B)|null $a'],
  ['constants in traits (8.2)', /\btrait\s+\w+/, 'trait Helpers'],
  ['typed constants (8.3)', /\bconst\s+\??[\w\\|]+\s+\w+\s*=/, 'const string NAME = 1'],
  ['constants by a name in a variable (8.3)', /::\{/, 'Foo::{$name}'],
  ['new without parentheses (8.4)', /[^(]\bnew\s+[\w\\]+\([^()]*\)->/, 'return new Foo()->bar();'],
  ['property hooks (8.4)', /\$\w+\s*\{\s*(get|set)\b/, 'public string $name { get => 1; }'],
  ['visibility of writing (8.4)', /\b(private|protected)\(set\)/, 'public private(set) int $a'],
  ['#[\\Override] (8.3)', /#\[\\?Override/, '#[\\Override]'],
];

test('every file declares strict types first', () => {
  const others = FILES.filter(
    (path) => !readModuleFile(path).startsWith('<?php\n\ndeclare(strict_types=1);\n'),
  );
  expect(others).toEqual([]);
});

test.each(FORBIDDEN)('nowhere %s', (what, pattern, example) => {
  expect(example).toMatch(pattern);
  const isTest = (path: string) => path.startsWith('Test/');
  const files = FILES.filter((path) => what !== ALLOWED_IN_TESTS || !isTest(path));
  const found = files.flatMap((path) => {
    const [match] = pattern.exec(readCode(path)) ?? [];
    return match === undefined ? [] : [`${path}: ${match}`];
  });
  expect(found).toEqual([]);
});

test('templates ask their block, and escape or say why not', () => {
  for (const path of FILES.filter((name) => name.endsWith('.phtml'))) {
    expect(readCode(path), path).not.toContain('$this');
    for (const [, printed] of readModuleFile(path).matchAll(/<\?=([\s\S]*?)\?>/g)) {
      expect(printed).toMatch(/\/\* @noEscape \*\/|->escape(Html|HtmlAttr|Url|Js)\(/);
    }
  }
});
