import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  listModuleFiles,
  listModuleTests,
  parseModuleXml,
  readModuleFile,
} from '../../build/module/module-files.ts';
import own from '../../package.json' with { type: 'json' };

const composer = JSON.parse(readModuleFile('composer.json'));

/** The versions that Magento Open Source 2.4.4 has, of which 2.4.5 and newer have higher ones below the next major. */
const MAGENTO_2_4_4: Readonly<Record<string, string>> = {
  'magento/framework': '103.0.4',
  'magento/module-backend': '102.0.4',
  'magento/module-bundle': '101.0.4',
  'magento/module-catalog': '104.0.4',
  'magento/module-catalog-inventory': '100.4.4',
  'magento/module-config': '101.2.4',
  'magento/module-configurable-product': '100.4.4',
  'magento/module-csp': '100.4.3',
  'magento/module-customer': '103.0.4',
  'magento/module-grouped-product': '100.4.4',
  'magento/module-page-cache': '100.4.4',
  'magento/module-store': '101.1.4',
};

/** `Magento\CatalogInventory` and `Magento_CatalogInventory` are magento/module-catalog-inventory. */
const nameOf = (module: string): string =>
  module === 'Framework'
    ? 'magento/framework'
    : `magento/module${module.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** What etc/module.xml wants to be loaded before the module. */
const LOADED_BEFORE: readonly string[] = [
  ...readModuleFile('etc/module.xml').matchAll(/"Magento_(\w+)"/g),
].map(([, module = '']) => nameOf(module));

describe('composer.json', () => {
  test('is the same release as the npm package, under the same licence', () => {
    expect(composer.version).toBe(own.version);
    expect(composer.license).toBe(own.license);
    const licence = readFileSync(new URL('../../LICENSE', import.meta.url), 'utf8');
    expect(readModuleFile('LICENSE')).toBe(licence);
  });

  test('is a module of Magento that Composer can load', () => {
    expect(composer).toMatchObject({
      name: 'back-in-stock/module-klaviyo',
      type: 'magento2-module',
      autoload: { files: ['registration.php'], 'psr-4': { 'BackInStock\\Klaviyo\\': '' } },
    });
    expect(readModuleFile('registration.php')).toContain(
      "ComponentRegistrar::register(ComponentRegistrar::MODULE, 'BackInStock_Klaviyo', __DIR__);",
    );
  });

  test('needs PHP 8.1 to 8.4', () => {
    expect(composer.require.php).toBe('~8.1.0||~8.2.0||~8.3.0||~8.4.0');
  });

  test('needs what the module uses of Magento, and nothing else, from 2.4.4 on', () => {
    const used = listModuleFiles('.php', '.phtml', '.xml').flatMap((path) => {
      const source = readModuleFile(path);
      return [...source.matchAll(/\bMagento\\(\w+)\\/g)].map(([, module = '']) => nameOf(module));
    });
    const names = [...new Set([...used, ...LOADED_BEFORE])].sort();
    const { php: _, ...others } = composer.require;
    expect(others).toEqual(
      Object.fromEntries(names.map((name) => [name, `^${MAGENTO_2_4_4[name]}`])),
    );
  });
});

describe('the tests of the module', () => {
  const tests = listModuleTests('.php');

  test('are shipped where Magento’s own configuration of PHPUnit finds them', () => {
    expect(tests.filter((path) => !/^Test\/(Unit|Integration)\/.+Test\.php$/.test(path))).toEqual(
      [],
    );
    for (const kind of ['Unit', 'Integration']) {
      expect(tests.some((path) => path.startsWith(`Test/${kind}/`))).toBe(true);
    }
  });

  test('are at the path of the class that they test', () => {
    const files = listModuleFiles('.php');
    const tested = tests
      .filter((path) => path.startsWith('Test/Unit/'))
      .map((path) => path.replace('Test/Unit/', '').replace(/Test\.php$/, '.php'));
    expect(tested.filter((file) => !files.includes(file))).toEqual([]);
  });

  test('test every class that does something', () => {
    const untested = listModuleFiles('.php').filter(
      (path) => !tests.includes(`Test/Unit/${path.replace('.php', 'Test.php')}`),
    );
    // CheckedValueTest has a table of all settings that extend it.
    expect(untested.filter((path) => !path.startsWith('Model/Config/Backend/'))).toEqual([
      'Api/ProductDescriptionInterface.php',
      'Model/Relay/Response.php',
      'Model/Relay/Slot.php',
      'registration.php',
    ]);
  });

  test('use what the module requires, Magento’s test framework, and nothing of this repository', () => {
    for (const path of tests) {
      const source = readModuleFile(path);
      for (const [, module = ''] of source.matchAll(/\bMagento\\(\w+)\\/g)) {
        if (module !== 'TestFramework')
          expect(composer.require, path).toHaveProperty([nameOf(module)]);
      }
      expect(source).not.toContain('ModuleTest');
    }
  });
});

describe('names', () => {
  const file = parseModuleXml('etc/module.xml').config.module[0];

  test('the module has one name everywhere', () => {
    expect(file['@name']).toBe('BackInStock_Klaviyo');
    const named = listModuleFiles('.php', '.phtml', '.xml').flatMap((path) =>
      [...readModuleFile(path).matchAll(/\bBackInStock_\w+/g)].map(([name]) => name),
    );
    expect(new Set(named)).toEqual(new Set(['BackInStock_Klaviyo']));
  });

  test('every class of the module that its XML names is there', () => {
    const files = listModuleFiles('.php');
    const named = listModuleFiles('.xml').flatMap((path) =>
      [...readModuleFile(path).matchAll(/\bBackInStock\\Klaviyo\\([\w\\]+)/g)].map(
        ([, name = '']) => `${name.replaceAll('\\', '/')}.php`,
      ),
    );
    expect(named).toContain('Model/ProductData/WholeProductDescription.php');
    expect(named.filter((file) => !files.includes(file))).toEqual([]);
  });

  test('every class has the name that its place gives it', () => {
    for (const path of [...listModuleFiles('.php'), ...listModuleTests('.php')]) {
      if (path === 'registration.php') continue;
      const source = readModuleFile(path);
      const [, namespace] = /^namespace ([\w\\]+);$/m.exec(source) ?? [];
      const [, name] = /^(?:(?:abstract|final) )?(?:class|interface) (\w+)/m.exec(source) ?? [];
      expect(`${namespace}\\${name}`).toBe(
        `BackInStock\\Klaviyo\\${path.replace('.php', '').replaceAll('/', '\\')}`,
      );
    }
  });
});
