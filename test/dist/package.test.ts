import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUNDLES, LANGUAGE_FILES, ROOT } from '../../build/bundles.ts';
import { LOCALES } from '../../build/locales.ts';
import { listLinks } from '../support/documents.ts';
import { type Installed, installPackage, PACKAGE } from '../support/installed.ts';

let installed: Installed;

beforeAll(async () => {
  installed = await installPackage();
}, 120_000);

afterAll(() => installed?.remove());

/** The names under which scripts import the package: `magento-back-in-stock`, `…/subscribe`. */
function listEntries(): string[] {
  const paths = Object.keys(installed.manifest.exports);
  const scripts = paths.filter((path) => !path.endsWith('.json'));
  return scripts.map((path) => join(PACKAGE, path));
}

test('publint finds nothing to complain about', async () => {
  const { messages, pkg } = await publint({ pkgDir: ROOT, strict: true, pack: false });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

describe('the package', () => {
  test('holds what is built, with its licence and its documents, and nothing else', () => {
    const outside = installed.files.filter((path) => !/^(dist|docs|locales)\//.test(path));
    expect(outside.sort()).toEqual([
      'BENCHMARKS.md',
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'package.json',
      'schema/product-data.schema.json',
    ]);
    const documents = installed.files.filter((path) => path.startsWith('docs/'));
    expect(
      documents.filter((path) => !/^docs\/(decisions\/)?[\w-]+\.(md|svg|png|jpg)$/.test(path)),
    ).toEqual([]);
    const inside = installed.files.filter((path) => path.startsWith('dist/'));
    const others = inside.filter(
      (path) => !/^dist\/(types\/.*\.d\.ts|[\w.-]+\.m?js(\.map)?)$/.test(path),
    );
    expect(others).toEqual(['dist/THIRD-PARTY.md']);
    const languages = installed.files.filter((path) => path.startsWith('locales/'));
    expect(languages.sort()).toEqual(
      Object.keys(LOCALES)
        .map((tag) => `locales/${tag}.json`)
        .sort(),
    );
  });

  test('holds every document that its documents lead to', () => {
    const documents = installed.files.filter((path) => path.endsWith('.md'));
    const broken = documents.flatMap((document) =>
      listLinks(document)
        .map((link) => link.replace(/#.*/, ''))
        .filter((link) => link && !installed.files.includes(join(dirname(document), link)))
        .map((link) => `${document}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  test('holds every file that its manifest names', () => {
    const named = JSON.stringify(installed.manifest).match(/"\.\/dist\/[^"]+"/g) ?? [];
    expect(named.length).toBeGreaterThan(5);
    const missing = named
      .map((path) => path.slice('"./'.length, -1))
      .filter((path) => !installed.files.includes(path));
    expect(missing).toEqual([]);
  });

  test('holds every built file that is loaded', () => {
    const built = [...Object.keys(BUNDLES), ...LANGUAGE_FILES].map((name) => `dist/${name}`);
    expect(built.filter((path) => !installed.files.includes(path))).toEqual([]);
  });

  test('installs nothing beside itself, and runs nothing on the way', () => {
    const modules = readdirSync(join(installed.folder, 'node_modules'));
    expect(modules.filter((name) => !name.startsWith('.'))).toEqual([PACKAGE]);
    expect(installed.manifest.dependencies).toBeUndefined();
    for (const script of ['preinstall', 'install', 'postinstall']) {
      expect(installed.manifest.scripts).not.toHaveProperty(script);
    }
  });

  test('gives the script to those who ask unpkg or jsDelivr for nothing special', () => {
    const { unpkg, jsdelivr } = installed.manifest;
    expect([unpkg, jsdelivr]).toEqual(Array(2).fill('./dist/back-in-stock.js'));
  });
});

describe('whoever has installed it', () => {
  test('imports every entry in Node, without a page', async () => {
    const entries = listEntries();
    const output = await installed.runModule(
      `const names = {};
      for (const entry of ${JSON.stringify(entries)}) names[entry] = Object.keys(await import(entry)).sort();
      console.log(JSON.stringify(names));`,
    );
    expect(JSON.parse(output)).toEqual({
      [PACKAGE]: ['init', 'registerAdapter'],
      [`${PACKAGE}/subscribe`]: [
        'CLIENT_ENDPOINT',
        'FRONT_END_ENDPOINT',
        'SERVER_ENDPOINT',
        'subscribe',
      ],
    });
  });

  test('bundles it with the form as a chunk of its own, without a warning', async () => {
    await installed.runModule(`import { init } from '${PACKAGE}'; init({ apiKey: 'DEMO01' });`);
    const warnings: string[] = [];
    const result = await build({
      root: installed.folder,
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        rolldownOptions: {
          input: join(installed.folder, 'run.mjs'),
          onwarn: ({ message }) => warnings.push(message),
        },
      },
    });
    const [{ output }] = [result].flat() as [Rolldown.RolldownOutput];
    const chunks = output.filter((part) => part.type === 'chunk');
    const entry = chunks.find(({ isEntry }) => isEntry);
    const form = chunks.find(({ moduleIds }) =>
      moduleIds.some((id) => id.endsWith('/dist/back-in-stock.form.mjs')),
    );
    expect(entry?.dynamicImports).toEqual([form?.fileName]);
    expect(entry?.imports).toEqual([]);
    expect(form?.isDynamicEntry).toBe(true);
    expect(warnings).toEqual([]);
  });

  test('reads its manifest, as tools do', async () => {
    const output = await installed.runModule(
      `import manifest from '${PACKAGE}/package.json' with { type: 'json' };
      console.log(manifest.name);`,
    );
    expect(output.trim()).toBe(PACKAGE);
  });

  test('imports a language in Node, and bundles it', async () => {
    const output = await installed.runModule(
      `import de from '${PACKAGE}/locales/de.json' with { type: 'json' };
      import brazil from '${PACKAGE}/locales/pt-BR.json' with { type: 'json' };
      console.log(JSON.stringify([de, brazil]));`,
    );
    expect(JSON.parse(output)).toEqual([LOCALES.de, LOCALES['pt-BR']]);
    const result = await build({
      root: installed.folder,
      configFile: false,
      logLevel: 'silent',
      build: { write: false, rolldownOptions: { input: join(installed.folder, 'run.mjs') } },
    });
    const [{ output: parts }] = [result].flat() as [Rolldown.RolldownOutput];
    expect(JSON.stringify(parts)).toContain(LOCALES.de.trigger);
  });

  test('calls init on a server and gets a handle that does nothing', async () => {
    const output = await installed.runModule(
      `import { init } from '${PACKAGE}';
      const handle = init({ apiKey: 'DEMO01' });
      console.log(await handle.open());
      handle.destroy();`,
    );
    expect(output.trim()).toBe('false');
  });
});
