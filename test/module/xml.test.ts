import { expect, test } from 'vitest';
import { listModuleFiles, readModuleFile } from '../../build/module/module-files.ts';
import { validateXml } from './validate-xml.ts';

/** Which schema holds for a file, and what the file has to name, so that Magento and editors check it too. */
const KINDS: readonly (readonly [path: RegExp, schema: string, location: string])[] = [
  [/^etc\/module\.xml$/, 'module', 'urn:magento:framework:Module/etc/module.xsd'],
  [/^etc\/config\.xml$/, 'config', 'urn:magento:module:Magento_Store:etc/config.xsd'],
  [
    /^etc\/adminhtml\/system\.xml$/,
    'system',
    'urn:magento:module:Magento_Config:etc/system_file.xsd',
  ],
  [/^etc\/acl\.xml$/, 'acl', 'urn:magento:framework:Acl/etc/acl.xsd'],
  [
    /^etc\/csp_whitelist\.xml$/,
    'csp_whitelist',
    'urn:magento:module:Magento_Csp:etc/csp_whitelist.xsd',
  ],
  [/^etc\/frontend\/routes\.xml$/, 'routes', 'urn:magento:framework:App/etc/routes.xsd'],
  [/^etc\/(\w+\/)?di\.xml$/, 'di', 'urn:magento:framework:ObjectManager/etc/config.xsd'],
  [
    /^view\/frontend\/layout\/\w+\.xml$/,
    'layout',
    'urn:magento:framework:View/Layout/etc/page_configuration.xsd',
  ],
];

const findKind = (path: string) => KINDS.find(([pattern]) => pattern.test(path)) ?? [];

/** What is wrong with a file of this path and content. */
async function listMistakes(path: string, contents: string): Promise<readonly string[]> {
  const [, schema = 'none for this file'] = findKind(path);
  return validateXml(schema, contents);
}

const FILES = listModuleFiles('.xml');

test.each(FILES)('%s is what Magento accepts', async (path) => {
  expect(await listMistakes(path, readModuleFile(path))).toEqual([]);
});

test.each(FILES)('%s names the schema of Magento', (path) => {
  const [, , location] = findKind(path);
  const named = /xsi:noNamespaceSchemaLocation="([^"]*)"/.exec(readModuleFile(path))?.[1];
  expect(named).toBe(location);
});

// Each of these was right before one thing was changed in it.
test.each([
  ['etc/module.xml', 'name="BackInStock_Klaviyo"', 'name="backinstock"', 'name'],
  ['etc/module.xml', '</module>', '', 'mismatch'],
  ['etc/config.xml', '<default>', '<defaults>', 'mismatch'],
  ['etc/config.xml', 'back_in_stock>', 'other_section>', 'other_section'],
  ['etc/adminhtml/system.xml', 'showInStore="1"', 'showInStores="1"', 'showInStore'],
  ['etc/adminhtml/system.xml', 'sortOrder="20"', 'sortOrder="10"', 'Duplicate'],
  ['etc/adminhtml/system.xml', 'id="variant_id"', 'id="api_key"', 'Duplicate'],
  ['etc/adminhtml/system.xml', '<comment>', '<comment>\n', 'comment'],
  ['etc/adminhtml/system.xml', '<option label="SKU">sku</option>', '', 'option'],
  ['etc/acl.xml', 'title="Back in stock Section"', 'title=""', 'title'],
  ['etc/acl.xml', 'Magento_Config::config', 'Magento_Config', 'id'],
  ['etc/csp_whitelist.xml', 'https://a.klaviyo.com', 'https://*', 'value'],
  ['etc/csp_whitelist.xml', ' type="host"', '', 'type'],
  ['etc/di.xml', 'xsi:type="array"', '', 'abstract'],
  ['etc/di.xml', 'name="simple" ', '', 'name'],
  ['etc/frontend/routes.xml', 'frontName=', 'front=', 'front'],
  ['view/frontend/layout/catalog_product_view.xml', 'xsi:type="object"', '', 'abstract'],
  ['view/frontend/layout/catalog_product_view.xml', 'template=', 'data-template=', 'data-template'],
])('%s: with %s as %s it is not', async (path, from, to, mistake) => {
  const contents = readModuleFile(path);
  const changed = contents.replace(from, to);
  expect(changed).not.toBe(contents);
  expect((await listMistakes(path, changed)).join('\n')).toContain(mistake);
});

test('in di.xml there are arguments, and neither preferences nor plugins', async () => {
  const type =
    '<type name="A\\B"><arguments><argument name="a" xsi:type="string">x</argument></arguments></type>';
  const write = (content: string) =>
    `<config xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${content}</config>`;
  expect(await listMistakes('etc/di.xml', write(type))).toEqual([]);
  for (const other of [
    '<preference for="A\\B" type="C\\D"/>',
    '<type name="A\\B"><plugin name="p" type="C\\D"/></type>',
  ]) {
    expect(await listMistakes('etc/frontend/di.xml', write(type + other))).not.toEqual([]);
  }
});
