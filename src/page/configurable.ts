import type { Attribute, Option, Product, Variant } from '../product/product.ts';
import { at, readText, values } from '../product/product-data.ts';
import type { PageAdapter, Remember } from './adapter.ts';
import { listInForm } from './areas.ts';
import { readProductIdentity } from './product-identity.ts';

/**
 * The keys of Magento's configuration JSON that name the children that exist and those that can be bought
 * (`Magento\ConfigurableProduct\Block\Product\View\Type\Configurable::getJsonConfig`).
 */
export interface ConfigurationJson {
  readonly attributes?: unknown;
  /** Entity id of the configurable itself. */
  readonly productId?: unknown;
  /** `{childId: {attributeId: optionId}}` */
  readonly index?: unknown;
  /** `{attributeId: {optionId: [childIds]}}`, from 2.4.4. */
  readonly salable?: unknown;
  /** True when sold-out children are printed, from 2.4.4. */
  readonly canDisplayShowOutOfStockStatus?: unknown;
  /** `{childId: sku}` */
  readonly sku?: unknown;
  /** `{childId: [{thumb, img, full, isMain}]}`: the images of each child that has its own. */
  readonly images?: unknown;
}

/** What differs between the ways in which themes draw a configurable product. */
export interface ConfigurableDrawing extends Omit<PageAdapter, 'matches' | 'read'> {
  /** Something in the form that is there only when the options are drawn in this way, by selector. */
  readonly marker: string;
  /** Whether the theme has drawn the options already, and so has read its configuration. */
  isDrawn?(area: Element): boolean;
  /** The configuration JSON, wherever it is at this moment. */
  findConfiguration(area: Element, remember: Remember): ConfigurationJson | undefined;
}

/** Makes the adapter for a configurable product from the way in which its options are drawn. */
export function configurableAdapter(drawing: ConfigurableDrawing): PageAdapter {
  const { marker, isDrawn, findConfiguration, ...others } = drawing;
  return {
    ...others,
    matches: (area, { form }) => listInForm(area, marker, form).length > 0,
    findFault: (area) =>
      isDrawn?.(area) && !findConfiguration(area, makeAnew)
        ? 'the options are drawn, but their configuration is nowhere on the page any more. Load the widget before the theme starts (defer), or print data-back-in-stock-product.'
        : undefined,
    read(area, { remember, identity = readProductIdentity(area) }) {
      const json = findConfiguration(area, remember);
      if (!json || !identity) return undefined;
      // The data of another product, in a quick view for example, must not be taken for this one's.
      const { id } = identity;
      if ((readText(json.productId) || id) !== id) return undefined;
      const varying = remember(Object(json), () => readVariants(json));
      return { ...identity, type: 'configurable', ...varying };
    },
  };
}

const makeAnew: Remember = (_key, make) => make();

interface PageOption {
  /** What all variants with this option share. */
  readonly option: Option;
  /** The children with this option that can be bought. */
  readonly salable: ReadonlySet<string>;
}

function readVariants(json: ConfigurationJson): Pick<Product, 'attributes' | 'variants'> {
  // Magento prints an object by attribute id; its swatch widget replaces that by a sorted list.
  const attributes = values(json.attributes)
    .sort((one, other) => positionOf(one) - positionOf(other))
    .map((attribute) => readAttribute(attribute, json));
  let variants: Variant[] = [];
  for (const id of Object.keys(Object(json.index))) {
    const variant = readVariant(id, json, attributes);
    if (variant) variants.push(variant);
  }
  // JSON objects come in the order of their ids; shoppers expect Small, Medium, Large. Variants are put together by their
  // options, from the last attribute to the first: unlike a sort, this costs large products no more for each variant.
  for (const { id, options } of [...attributes].reverse()) {
    const together = new Map<string | undefined, Variant[]>();
    for (const key of options.keys()) together.set(key, []);
    for (const variant of variants) together.get(variant.options[id]?.id)?.push(variant);
    variants = [...together.values()].flat();
  }
  return { attributes: attributes.map(({ id, code, label }) => ({ id, code, label })), variants };
}

function positionOf(attribute: unknown): number {
  return Number(readText(at(attribute, 'position')));
}

type PageAttribute = Attribute & { readonly options: ReadonlyMap<string, PageOption> };

/**
 * With out-of-stock products shown, Magento 2.4.4 and newer list every child under its options and
 * the salable ones in `salable`, where a sold-out option has no key at all. Older versions, and all
 * versions with out-of-stock products hidden, list only salable children under the options.
 */
function readAttribute(attribute: unknown, json: ConfigurationJson): PageAttribute {
  const id = readText(at(attribute, 'id'));
  const hasSalable = json.canDisplayShowOutOfStockStatus === true && json.salable !== undefined;
  const options = values(at(attribute, 'options')).map((option): [string, PageOption] => {
    const optionId = readText(at(option, 'id'));
    const salable = hasSalable ? at(at(json.salable, id), optionId) : at(option, 'products');
    return [
      optionId,
      {
        option: {
          id: optionId,
          // Luma's dropdowns add the difference in price to `label`, and keep the label itself in `initialLabel`.
          label: readText(at(option, 'initialLabel')) || readText(at(option, 'label')),
        },
        salable: new Set(values(salable).map(readText)),
      },
    ];
  });
  return {
    id,
    code: readText(at(attribute, 'code')),
    label: readText(at(attribute, 'label')),
    options: new Map(options),
  };
}

/** The child as a variant; none when it lacks an option, because another child could then look the same. */
function readVariant(
  id: string,
  json: ConfigurationJson,
  attributes: readonly PageAttribute[],
): Variant | undefined {
  const chosen = at(json.index, id);
  const options: [string, Option][] = [];
  let salable = true;
  for (const attribute of attributes) {
    const known = attribute.options.get(readText(at(chosen, attribute.id)));
    if (!known) return undefined;
    options.push([attribute.id, known.option]);
    salable &&= known.salable.has(id);
  }
  const sku = readText(at(json.sku, id)) || undefined;
  // Nobody sees the image of a child that can be bought.
  const image = salable ? undefined : readImage(json, id);
  return { id, sku, image, options: Object.fromEntries(options), salable };
}

/**
 * The image of a child, in the size of the gallery: the browser has loaded it where the shopper has chosen this child. The
 * thumbnail is not sharp on phones.
 */
function readImage(json: ConfigurationJson, id: string): string | undefined {
  const images = values(at(json.images, id));
  const main = images.find((image) => at(image, 'isMain') === true) ?? images[0];
  return readText(at(main, 'img')) || undefined;
}
