import type { Attribute, Option, Product, Variant } from '../product/product.ts';
import type { PageAdapter } from './adapter.ts';
import {
  type ConfigurationJson,
  findConfigurationJson,
  type WidgetLocation,
} from './configuration-json.ts';
import { readProductIdentity } from './product-identity.ts';

/** What differs between the two ways in which Luma draws a configurable product. */
export interface ConfigurableDrawing {
  /** Where the widget that draws the options keeps its configuration. */
  readonly location: WidgetLocation;
  readonly readSelection: PageAdapter['readSelection'];
  readonly watchedAttributes: readonly string[];
}

/** Makes the adapter for a configurable product from the way in which its options are drawn. */
export function configurableAdapter(drawing: ConfigurableDrawing): PageAdapter {
  const { location, readSelection, watchedAttributes } = drawing;
  return {
    watchedAttributes,
    readSelection,
    matches: (page) => page.querySelector(location.marker) !== null,
    read(page, remember) {
      const json = findConfigurationJson(page, location, remember);
      const identity = readProductIdentity(page);
      // The data of another product, in a quick view for example, must not be taken for this one's.
      if (!json || !identity || ![identity.id, ''].includes(text(json.productId))) return undefined;
      return {
        ...identity,
        kind: 'configurable',
        ...remember(Object(json), () => readVariants(json)),
      };
    },
  };
}

interface PageOption extends Option {
  /** The children with this option that can be bought. */
  readonly salable: ReadonlySet<string>;
}

function readVariants(json: ConfigurationJson): Pick<Product, 'attributes' | 'variants'> {
  // Magento prints an object by attribute id; its swatch widget replaces that by a sorted list.
  const attributes = values(json.attributes)
    .sort((one, other) => Number(at(one, 'position')) - Number(at(other, 'position')))
    .map((attribute) => readAttribute(attribute, json));
  const variants = Object.keys(Object(json.index)).flatMap((id) =>
    readVariant(id, json, attributes),
  );
  // JSON objects come in the order of their ids; shoppers expect Small, Medium, Large.
  for (const { id, options } of [...attributes].reverse()) {
    const ranks = [...options.keys()];
    const rankOf = (variant: Variant) => ranks.indexOf(variant.options[id]?.id ?? '');
    variants.sort((one, other) => rankOf(one) - rankOf(other));
  }
  return { attributes: attributes.map(({ id, code, label }) => ({ id, code, label })), variants };
}

type PageAttribute = Attribute & { readonly options: ReadonlyMap<string, PageOption> };

/**
 * With out-of-stock products shown, Magento 2.4.4 and newer list every child under its options and
 * the salable ones in `salable`, where a sold-out option has no key at all. Older versions, and all
 * versions with out-of-stock products hidden, list only salable children under the options.
 */
function readAttribute(attribute: unknown, json: ConfigurationJson): PageAttribute {
  const id = text(at(attribute, 'id'));
  const hasSalable = json.canDisplayShowOutOfStockStatus === true && json.salable !== undefined;
  const options = values(at(attribute, 'options')).map((option): [string, PageOption] => {
    const optionId = text(at(option, 'id'));
    const salable = hasSalable ? at(at(json.salable, id), optionId) : at(option, 'products');
    return [
      optionId,
      {
        id: optionId,
        label: text(at(option, 'label')),
        salable: new Set(values(salable).map(text)),
      },
    ];
  });
  return {
    id,
    code: text(at(attribute, 'code')),
    label: text(at(attribute, 'label')),
    options: new Map(options),
  };
}

/** The child as a variant; none when it lacks an option, and so could not be told from another one. */
function readVariant(
  id: string,
  json: ConfigurationJson,
  attributes: readonly PageAttribute[],
): Variant[] {
  const chosen = at(json.index, id);
  const options = attributes.map((attribute) =>
    attribute.options.get(text(at(chosen, attribute.id))),
  );
  if (!options.every((option) => option !== undefined)) return [];
  return [
    {
      id,
      sku: text(at(json.sku, id)) || undefined,
      options: Object.fromEntries(
        options.map(({ id, label }, index) => [attributes[index]?.id, { id, label }]),
      ),
      soldOut: !options.every(({ salable }) => salable.has(id)),
    },
  ];
}

function at(value: unknown, key: string): unknown {
  return Object.hasOwn(Object(value), key) ? Object(value)[key] : undefined;
}

function values(value: unknown): unknown[] {
  return Object.values(Object(value));
}

/** Ids are strings in Magento's JSON; a module that prints numbers means the same. */
function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
