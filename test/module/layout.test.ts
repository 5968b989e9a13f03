import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { ROOT } from './php.ts';

const MODULE = join(ROOT, 'magento');
const LAYOUTS = join(MODULE, 'view/frontend/layout');
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@' });

/** Values of an attribute or of the text of an element, wherever in the file it stands. */
function listValues(node: unknown, name: string): readonly string[] {
  if (Array.isArray(node)) return node.flatMap((entry) => listValues(entry, name));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === name ? [String(value)] : listValues(value, name),
  );
}

const read = (file: string): unknown => parser.parse(readFileSync(join(LAYOUTS, file), 'utf8'));
const fileOf = (name: string): string =>
  join(MODULE, `${name.replace('BackInStock\\Klaviyo\\', '').replaceAll('\\', '/')}.php`);

describe.each(readdirSync(LAYOUTS))('%s', (file) => {
  const layout = read(file);

  test('names only classes and templates that there are', () => {
    const classes = [
      ...listValues(layout, '@class'),
      ...listValues(layout, '#text').filter((text) => text.includes('\\')),
    ];
    const templates = listValues(layout, '@template').map((template) =>
      join(MODULE, 'view/frontend/templates', template.replace('BackInStock_Klaviyo::', '')),
    );
    expect([...classes.map(fileOf), ...templates].filter((path) => !existsSync(path))).toEqual([]);
  });

  test('names only handles that there are', () => {
    const handles = listValues(layout, '@handle').map((handle) => join(LAYOUTS, `${handle}.xml`));
    expect(handles.filter((path) => !existsSync(path))).toEqual([]);
  });
});

test('product pages get configuration and product, lists the configuration alone', () => {
  expect(listValues(read('catalog_product_view.xml'), '@name')).toEqual(
    expect.arrayContaining(['back_in_stock.configuration', 'back_in_stock.product']),
  );
  for (const page of [
    'catalog_category_view',
    'catalogsearch_result_index',
    'catalogsearch_advanced_result',
  ]) {
    expect(listValues(read(`${page}.xml`), '@handle')).toEqual(['back_in_stock_tiles']);
  }
  const tiles = read('back_in_stock_tiles.xml');
  expect(listValues(tiles, '@name')).not.toContain('back_in_stock.product');
  expect(listValues(tiles, '#text')).toContain('true');
});
