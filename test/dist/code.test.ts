import type { Program } from 'acorn';
import { describe, expect, test } from 'vitest';
import { BUNDLES, type Bundle, readBundle } from '../../build/bundles.ts';
import { FRONT_END_ENDPOINT } from '../../src/subscribe/transport.ts';
import { findParts, nameOf, parseBundle, textOf } from '../support/dist.ts';

const NAMES = Object.keys(BUNDLES) as Bundle[];

const ESM: Bundle = 'back-in-stock.mjs';

/** They load the form by a script element. */
const CLASSIC_STARTS: readonly Bundle[] = ['back-in-stock.js', 'back-in-stock.amd.js'];

const FORMS: readonly Bundle[] = ['back-in-stock.form.js', 'back-in-stock.form.mjs'];

/** Something that is in each library wherever it is bundled, and nowhere else. */
const LIBRARY_MARKERS = {
  zod: ['_zod', 'postProcessor', 'ZodError'],
  preact: ['dangerouslySetInnerHTML', 'createTextNode', '__html'],
};

/** Everything of these names that is called or made. */
function findCalls(program: Program, names: readonly string[]) {
  const calls = findParts(program, 'CallExpression', 'NewExpression');
  return calls.filter(({ callee }) => names.includes(nameOf(callee)));
}

describe.each(NAMES)('%s', (name) => {
  test('is ES2022, which browsers with <dialog> and adopted style sheets know', () => {
    // `parseBundle` throws at anything newer.
    expect(parseBundle(name).body.length).toBeGreaterThan(0);
  });

  test('makes no code from text, which strict policies forbid', () => {
    const program = parseBundle(name);
    expect(findCalls(program, ['eval', 'Function', 'execScript'])).toEqual([]);
    const timers = findCalls(program, ['setTimeout', 'setInterval']);
    const texts = timers.filter(({ arguments: given }) =>
      ['Literal', 'TemplateLiteral'].includes((given as { type: string }[])[0]?.type ?? ''),
    );
    expect(texts).toEqual([]);
  });

  test('makes no markup from text, which Trusted Types forbid', () => {
    const program = parseBundle(name);
    const writes = findParts(program, 'AssignmentExpression').filter(({ left }) =>
      ['innerHTML', 'outerHTML', 'srcdoc'].includes(nameOf(left)),
    );
    // Preact has one such line, for the property `dangerouslySetInnerHTML`, which only ever writes that
    // property's `__html`. No component here has the property, so that it never runs.
    expect(writes.map(({ right }) => nameOf(right))).toEqual(writes.length ? ['__html'] : []);
    const makers = [
      'insertAdjacentHTML',
      'createContextualFragment',
      'setHTMLUnsafe',
      'write',
      'writeln',
    ];
    expect(findCalls(program, [...makers, 'DOMParser'])).toEqual([]);
  });

  test('never sets that property of Preact', () => {
    const properties = findParts(parseBundle(name), 'Property').map(({ key }) => nameOf(key));
    expect(properties).not.toContain('dangerouslySetInnerHTML');
    expect(properties).not.toContain('__html');
  });

  test('polls nothing', () => {
    expect(findCalls(parseBundle(name), ['setInterval'])).toEqual([]);
  });

  test('loads nothing but the form, where that is no part of it', () => {
    const program = parseBundle(name);
    expect(findParts(program, 'ImportDeclaration')).toEqual([]);
    expect(findCalls(program, ['require', 'importScripts'])).toEqual([]);
    expect(readBundle(name)).not.toContain('sourceMappingURL');
    const imported = findParts(program, 'ImportExpression').map(({ source }) => textOf(source));
    // The first is of the setting `formUrl`.
    expect(imported.sort()).toEqual(name === ESM ? ['', './back-in-stock.form.mjs'] : []);
    const made = findCalls(program, ['createElement']).map(({ arguments: given }) =>
      textOf((given as unknown[])[0]),
    );
    const scripts = made.filter((kind) => kind === 'script');
    expect(scripts).toHaveLength(CLASSIC_STARTS.includes(name) ? 1 : 0);
  });

  test('knows no address but Klaviyo’s', () => {
    const texts = findParts(parseBundle(name), 'Literal', 'TemplateElement').map(({ value }) =>
      typeof value === 'string' ? value : ((value as { cooked?: string } | null)?.cooked ?? ''),
    );
    const addresses = texts.flatMap((text) => text.match(/https?:\/\/[^\s"'`]+/g) ?? []);
    // Names of markup languages look like addresses; nothing is ever loaded from them.
    const loaded = addresses.filter((address) => !address.startsWith('http://www.w3.org/'));
    expect(loaded).toContain(FRONT_END_ENDPOINT);
    expect(loaded.every((address) => address.startsWith('https://a.klaviyo.com/'))).toBe(true);
  });

  test('has nothing left of what only a build knows', () => {
    const identifiers = new Set(findParts(parseBundle(name), 'Identifier').map(nameOf));
    expect([...identifiers]).not.toContain('process');
  });
});

describe.each(Object.entries(LIBRARY_MARKERS))('%s', (_library, markers) => {
  test.each(markers)('%s: in both files of the form, and in no start', (marker) => {
    const having = NAMES.filter((name) => readBundle(name).includes(marker));
    expect(having).toEqual(expect.arrayContaining([...FORMS]));
    expect(having.filter((name) => name === ESM || CLASSIC_STARTS.includes(name))).toEqual([]);
  });
});

test('the script never mentions define, which would break pages that have RequireJS', () => {
  expect(readBundle('back-in-stock.js')).not.toMatch(/\bdefine\b/);
  expect(readBundle('back-in-stock.mjs')).not.toMatch(/\bdefine\b/);
  for (const form of FORMS) expect(readBundle(form)).not.toMatch(/\bdefine\b/);
});
