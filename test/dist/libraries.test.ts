import { readdirSync, readFileSync } from 'node:fs';
import { resolveConfig } from 'vite';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../build/bundles.ts';
import own from '../../package.json' with { type: 'json' };
import { watchBuild } from '../support/watched-build.ts';

// What is in the bundles of a library is what the registry serves, tree-shaken and minified by Vite as it comes.

/** The start has no library at all. */
const STARTS = ['script-tag', 'amd', 'esm'];

const MODES = [...STARTS, 'form-script', 'form', 'subscribe'];

/** All of our own that a bundle leaves out, by the way of use. */
const LEFT_OUT: Readonly<Record<string, string>> = { esm: 'src/entries/form.ts' };

/** With these a plugin can put other code in the place of a library's. */
const HOOKS = [
  'resolveId',
  'load',
  'transform',
  'renderChunk',
  'augmentChunkHash',
  'generateBundle',
  'writeBundle',
] as const;

const isPartOfVite = (name: string) => /^(vite:|builtin:|native:|alias$)/.test(name);

describe.each(MODES)('%s', (mode) => {
  const configuration = resolveConfig({ mode, root: ROOT, logLevel: 'silent' }, 'build', mode);

  test('no plugin but Vite’s own changes code', async () => {
    const { plugins, build } = await configuration;
    const others = plugins.filter(({ name }) => !isPartOfVite(name));
    const able = others.filter((plugin) => HOOKS.some((hook) => plugin[hook] !== undefined));
    expect(able.map(({ name }) => name)).toEqual([]);
    const { plugins: bundler, output } = build.rolldownOptions;
    expect(bundler).toBeUndefined();
    expect([output].flat().map((each) => each?.plugins)).toEqual([undefined]);
  });

  test('nothing is defined but process.env.NODE_ENV, and no name leads elsewhere', async () => {
    const { define, resolve, build } = await configuration;
    expect(define).toEqual({ 'process.env.NODE_ENV': '"production"' });
    const elsewhere = resolve.alias.filter(({ find }) => !String(find).includes('@vite'));
    expect(elsewhere).toEqual([]);
    const { transform, resolve: names, external, treeshake } = build.rolldownOptions;
    expect([transform, names, treeshake]).toEqual(Array(3).fill(undefined));
    const left = LEFT_OUT[mode];
    const patterns = external as RegExp[];
    expect(patterns).toHaveLength(left ? 1 : 0);
    const files = readdirSync(`${ROOT}src`, { recursive: true, encoding: 'utf8' });
    const ours = files
      .map((path) => `src/${path}`)
      .filter((path) => patterns[0]?.test(ROOT + path));
    expect(ours).toEqual(left ? [left] : []);
    const libraries = ['preact', 'zod', `${ROOT}node_modules/zod/v4/classic/form.ts`];
    expect(libraries.filter((path) => patterns[0]?.test(path))).toEqual([]);
  });

  test('the minifier is Vite’s, as it comes', async () => {
    const { build } = await configuration;
    expect(build.minify).toBe('oxc');
    expect([build.rolldownOptions.output].flat().map((each) => each?.minify)).toEqual([true]);
  });

  test('every module of a library goes in as its file is', async () => {
    const { bundled, changed } = await watchBuild(mode);
    expect(changed).toEqual([]);
    if (STARTS.includes(mode)) expect(bundled).toEqual([]);
    else expect(bundled.length).toBeGreaterThan(5);
    const strangers = bundled.filter((path) => !/^(preact\/dist\/preact\.mjs$|zod\/)/.test(path));
    expect(strangers).toEqual([]);
  });
});

test('a plugin that trims a library is noticed', async () => {
  const { changed } = await watchBuild('subscribe', [
    {
      name: 'trim',
      transform: (code, id) =>
        id.endsWith('/zod/v4/core/parse.js') ? code.replace('async', '/* */ async') : undefined,
    },
  ]);
  expect(changed).toEqual(['zod/v4/core/parse.js']);
});

test('the libraries are installed from the registry, and nothing changes them on the way', () => {
  const installed = JSON.parse(
    readFileSync(`${ROOT}node_modules/.package-lock.json`, 'utf8'),
  ).packages;
  const locked = JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8')).packages;
  for (const name of ['preact', 'zod'] as const) {
    const path = `node_modules/${name}`;
    expect(own.devDependencies[name]).toMatch(/^\d+\.\d+\.\d+$/);
    expect(locked[path]).toMatchObject({
      version: own.devDependencies[name],
      integrity: expect.stringMatching(/^sha512-/),
    });
    expect(installed[path].integrity).toBe(locked[path].integrity);
  }
  const changing = ['overrides', 'patchedDependencies', 'bundleDependencies', 'workspaces'];
  expect(changing.filter((key) => key in own)).toEqual([]);
  const ran = ['preinstall', 'install', 'postinstall', 'preprepare', 'prepare', 'postprepare'];
  expect(ran.filter((script) => script in own.scripts)).toEqual([]);
});
