import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listModuleFiles, parseModuleXml } from '../../build/module/module-files.ts';

const FOLDER = 'view/frontend/layout';

/** What a layout file holds, but for the names of its elements. */
function readLayout(handle: string) {
  const { update = [], body } = parseModuleXml(`${FOLDER}/${handle}.xml`).page;
  const reference = body.referenceBlock ?? [];
  const container = body.referenceContainer ?? [];
  const moves = body.move ?? [];
  // biome-ignore lint/suspicious/noExplicitAny: as parsed; the schema says what it holds.
  const readBlock = ({ arguments: of, ...block }: any) => ({
    name: block['@name'],
    class: block['@class'],
    template: block['@template'],
    arguments: readArguments(of),
  });
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  const readArguments = (of: any) =>
    Object.fromEntries(
      // biome-ignore lint/suspicious/noExplicitAny: as above.
      of.argument.map((argument: any) => [
        argument['@name'],
        [argument['@xsi:type'], argument['#text'] ?? argument.item.map(readItem)],
      ]),
    );
  const readItem = (item: Record<string, string>) => item['#text'];
  return {
    handles: update.map((entry: Record<string, string>) => entry['@handle']),
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    references: reference.map((entry: any) => [entry['@name'], readArguments(entry.arguments)]),
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    containers: container.map((entry: any) => [entry['@name'], entry.block.map(readBlock)]),
    moves: moves.map((entry: Record<string, string>) => [
      entry['@element'],
      entry['@destination'],
      entry['@after'],
    ]),
  };
}

const CONFIGURATION = {
  name: 'back_in_stock.configuration',
  class: 'BackInStock\\Klaviyo\\Block\\ConfigurationTag',
  template: 'BackInStock_Klaviyo::configuration-tag.phtml',
  arguments: {
    view_model: ['object', 'BackInStock\\Klaviyo\\ViewModel\\ConfigurationTag'],
  },
};

/** What a page is for; the block itself is declared once, or it would forget what a theme has set for every page. */
const setFlag = (argument: string) => [
  'back_in_stock.configuration',
  { [argument]: ['boolean', 'true'] },
];

const PRODUCT = {
  name: 'back_in_stock.product',
  class: 'BackInStock\\Klaviyo\\Block\\ProductTag',
  template: 'BackInStock_Klaviyo::product-tag.phtml',
  arguments: { view_model: ['object', 'BackInStock\\Klaviyo\\ViewModel\\ProductTag'] },
};

const PLACEHOLDER = {
  name: 'back_in_stock.placeholder',
  class: 'BackInStock\\Klaviyo\\Block\\Placeholder',
  template: 'BackInStock_Klaviyo::placeholder.phtml',
  arguments: { view_model: ['object', 'BackInStock\\Klaviyo\\ViewModel\\Placeholder'] },
};

const TILES = {
  name: 'back_in_stock.tiles',
  class: 'BackInStock\\Klaviyo\\Block\\TileTags',
  template: 'BackInStock_Klaviyo::tile-tags.phtml',
  arguments: {
    view_model: ['object', 'BackInStock\\Klaviyo\\ViewModel\\TileTags'],
    // Luma's names for its lists of related products, which print no stock label.
    lists: ['array', ['catalog.product.related', 'product.info.upsell']],
  },
};

/** The pages of Magento on which the module is, by the handles that Magento has for them, and its own handle. */
const LAYOUTS: Readonly<Record<string, object>> = {
  back_in_stock_tiles: {
    handles: [],
    references: [setFlag('is_for_tiles')],
    containers: [],
    moves: [],
  },
  catalog_category_view: {
    handles: ['back_in_stock_tiles'],
    references: [],
    containers: [],
    moves: [],
  },
  catalog_product_view: {
    handles: [],
    references: [setFlag('is_for_product')],
    containers: [
      ['product.info.main', [PLACEHOLDER]],
      ['before.body.end', [PRODUCT, TILES]],
    ],
    moves: [],
  },
  catalog_product_view_type_bundle: {
    handles: [],
    references: [],
    containers: [],
    moves: [[PLACEHOLDER.name, 'product.info.main', 'product.info.price']],
  },
  catalogsearch_advanced_result: {
    handles: ['back_in_stock_tiles'],
    references: [],
    containers: [],
    moves: [],
  },
  catalogsearch_result_index: {
    handles: ['back_in_stock_tiles'],
    references: [],
    containers: [],
    moves: [],
  },
  default: {
    handles: [],
    references: [],
    containers: [['before.body.end', [CONFIGURATION]]],
    moves: [],
  },
  // Hyvä's own names: the line below Add to Cart, and the end of the column.
  hyva_catalog_product_view: {
    handles: [],
    references: [[PLACEHOLDER.name, { is_for_salable: ['boolean', 'true'] }]],
    containers: [
      [
        'product.info.additional',
        [
          {
            ...PLACEHOLDER,
            name: 'back_in_stock.placeholder.sold_out',
            arguments: { ...PLACEHOLDER.arguments, is_for_salable: ['boolean', 'false'] },
          },
        ],
      ],
    ],
    moves: [[PLACEHOLDER.name, 'addtocart.shortcut.buttons', undefined]],
  },
};

test('the module knows product pages, those with tiles, and all others together', () => {
  const found = listModuleFiles('.xml').filter((path) => path.startsWith('view/'));
  expect(found).toEqual(Object.keys(LAYOUTS).map((handle) => `${FOLDER}/${handle}.xml`));
});

test.each(Object.entries(LAYOUTS))('%s: these blocks, with what they need', (handle, layout) => {
  expect(readLayout(handle)).toEqual(layout);
});

// The names are Magento's and so held to nothing here; the classes and templates are the module's own.
test('its classes and templates are there', () => {
  const blocks = [CONFIGURATION, PLACEHOLDER, PRODUCT, TILES];
  const classes = blocks.flatMap((block) => [block.class, block.arguments.view_model[1] ?? '']);
  const files = [
    ...classes.map((name) => `${name.replace('BackInStock\\Klaviyo\\', '')}.php`),
    ...blocks.map(({ template }) =>
      template.replace('BackInStock_Klaviyo::', 'view/frontend/templates/'),
    ),
  ];
  const missing = files.filter(
    (file) => !existsSync(new URL(`../../magento/${file.replaceAll('\\', '/')}`, import.meta.url)),
  );
  expect(missing).toEqual([]);
});
