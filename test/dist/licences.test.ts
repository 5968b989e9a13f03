import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Bundle, COMPILE_AT_ONCE, ROOT, readBundle } from '../../build/bundles.ts';
import { NOTICES } from '../../build/licences.ts';
import own from '../../package.json' with { type: 'json' };
import { watchBuild } from '../support/watched-build.ts';

const read = (path: string) => readFileSync(ROOT + path, 'utf8');

const LICENCE = read('LICENSE');

/** What is bundled for this way of use, by the names of the packages. */
async function listLibraries(mode: string): Promise<string[]> {
  const { bundled } = await watchBuild(mode);
  const names = bundled.map((path) => /^(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? '');
  return [...new Set(names)].sort();
}

const copyrightOf = (licence: string) => /^Copyright .*$/m.exec(licence)?.[0] ?? 'none';

describe.each<[string, Bundle, string[]]>([
  ['script-tag', 'back-in-stock.js', []],
  ['amd', 'back-in-stock.amd.js', []],
  ['esm', 'back-in-stock.mjs', []],
  ['form-script', 'back-in-stock.form.js', ['preact', 'zod']],
  ['form', 'back-in-stock.form.mjs', ['preact', 'zod']],
  ['subscribe', 'subscribe.mjs', ['zod']],
])('%s: dist/%s', (mode, file, libraries) => {
  const code = readBundle(file);
  const [line = ''] = code.split('\n');

  test('begins with one line that minifiers keep', () => {
    expect(line).toMatch(/^\/\*! [^*]+ \*\/$/);
    // No second licence follows.
    expect(code.slice(line.length).trim()).not.toMatch(/^\/\*/);
  });

  test('asks Chrome to compile it while it loads, unless it is called later', () => {
    const isCalledLater = file === 'subscribe.mjs';
    expect(code.startsWith(`${line}\n${COMPILE_AT_ONCE}`)).toBe(!isCalledLater);
  });

  test('names this package, its licence and its authors', () => {
    expect(line).toContain(`${own.name} ${own.version} (${own.license}, ${copyrightOf(LICENCE)})`);
  });

  test('names each library that is bundled, with version, licence and authors, and no other', async () => {
    expect(await listLibraries(mode)).toEqual(libraries);
    for (const name of libraries) {
      const { version, license } = JSON.parse(read(`node_modules/${name}/package.json`));
      const copyright = copyrightOf(read(`node_modules/${name}/LICENSE`));
      expect(line).toContain(`${name} ${version} (${license}, ${copyright})`);
    }
    expect(line.match(/Copyright/g)).toHaveLength(1 + libraries.length);
  });

  test('says where the licences are in full', () => {
    expect(line).toContain(NOTICES);
  });
});

test.each([
  ['dist', 'npm run build'],
  ['magento', 'npm run build:module'],
])('%s has every licence in full', (folder, command) => {
  const notices = read(`${folder}/${NOTICES}`);
  const [, ...sections] = notices.split(/^## /m);
  const expected = ['preact', 'zod'].map((name) => {
    const { version, license } = JSON.parse(read(`node_modules/${name}/package.json`));
    return `${name} - ${version} (${license})\n\n${read(`node_modules/${name}/LICENSE`).trim()}`;
  });
  expect(
    sections.map((section) => section.trim()),
    `run ${command}`,
  ).toEqual(expected);
});

test('the licence of this package says where those of the libraries are', () => {
  expect(LICENCE).toContain(NOTICES);
});
