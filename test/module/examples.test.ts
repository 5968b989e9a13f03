import { expect, test } from 'vitest';
import { readModuleFile } from '../../build/module/module-files.ts';
import { listFields } from '../../build/module/module-settings.ts';
import { DEFAULTS } from '../../src/configuration/options.ts';
import { readExample } from '../support/examples.ts';
import { validateXml } from './validate-xml.ts';

// The XML and the commands in the documents that only a Magento installation can run: they have the form that it accepts.

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

test('the layout that puts the script tag on product pages is what Magento accepts', async () => {
  // The schema takes templates of the module alone.
  const example = readExample('layout of the script tag').replace(
    /\bMagento_Catalog(?=::)/,
    'BackInStock_Klaviyo',
  );
  expect(await validateXml('layout', example)).toEqual([]);
});

test('so is the entry for the security policy', async () => {
  const example = readExample('entry in csp_whitelist.xml');
  expect(await validateXml('csp_whitelist', example)).toEqual([]);
  const [value = ''] = /https:[^<]+/.exec(example) ?? [];
  expect(readModuleFile('etc/csp_whitelist.xml')).toContain(`>${value}<`);
});

test('so is the layout of a theme that changes settings, which the widget has', async () => {
  const example = readExample('settings in a layout');
  expect(await validateXml('layout', example)).toEqual([]);
  const names = [...example.matchAll(/<item name="(\w+)"/g)].map(([, name = '']) => name);
  const known = Object.entries(DEFAULTS).flatMap(([name, value]) => [name, ...keysOf(value)]);
  expect(names.filter((name) => !known.includes(name))).toEqual([]);
  expect(names).not.toEqual([]);
});

const keysOf = (value: unknown) => (typeof value === 'object' ? Object.keys(Object(value)) : []);

test('so is the layout that leaves a page out; both name a block of the module', async () => {
  const example = readExample('page left out');
  const page = `<page ${XSI}><body>${example}</body></page>`;
  expect(await validateXml('layout', page)).toEqual([]);
  for (const name of ['page left out', 'settings in a layout'] as const) {
    const [, block] = /referenceBlock name="([^"]+)"/.exec(readExample(name)) ?? [];
    expect(readModuleFile('view/frontend/layout/default.xml')).toContain(`name="${block}"`);
  }
});

test('so is the layout that removes the placeholders, which the module has', async () => {
  const example = readExample('placeholder removed');
  expect(await validateXml('layout', `<page ${XSI}><body>${example}</body></page>`)).toEqual([]);
  const layouts = ['catalog_product_view', 'hyva_catalog_product_view'].map((handle) =>
    readModuleFile(`view/frontend/layout/${handle}.xml`),
  );
  const names = [...example.matchAll(/name="([^"]+)"/g)].map(([, name]) => name);
  expect(names).toHaveLength(layouts.length);
  names.forEach((name, index) => {
    expect(layouts[index]).toContain(
      `<block class="BackInStock\\Klaviyo\\Block\\Placeholder" name="${name}"`,
    );
  });
});

test('so is the description of a product type', async () => {
  const config = `<config ${XSI}>${readExample('description of a product type')}</config>`;
  expect(await validateXml('di', config)).toEqual([]);
});

test('the files that a theme keeps out of bundles are there', () => {
  const files = readExample('files kept out of bundles').matchAll(/::([\w./-]+)</g);
  const names = [...files].map(([, name = '']) => name);
  expect(names).toHaveLength(2);
  for (const name of names) expect(readModuleFile(`view/frontend/web/${name}`)).not.toBe('');
});

test('the commands set fields that the admin has', () => {
  const paths = readExample('values for config:set').match(/back_in_stock\/[\w/]+/g) ?? [];
  const known = listFields().map(({ path }) => `back_in_stock/${path}`);
  expect(paths.length).toBeGreaterThan(1);
  expect(paths.filter((path) => !known.includes(path))).toEqual([]);
});
