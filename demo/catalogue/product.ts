export interface Option {
  readonly id: string;
  readonly label: string;
  /** The colour of the swatch. A text swatch has none. */
  readonly colour?: string;
}

export interface Attribute {
  readonly id: string;
  readonly code: string;
  readonly label: string;
  readonly drawnAs: 'swatch' | 'select';
  readonly options: readonly Option[];
}

export interface Child {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly price: number;
  readonly inStock: boolean;
  /** Option id by attribute id. */
  readonly choice: Readonly<Record<string, string>>;
}

interface ProductBasics {
  /** Last part of the address of the product page. */
  readonly page: string;
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly price: number;
  readonly description: string;
  /** Name of the drawing in `public/images`. */
  readonly image: string;
  /** Name of the colour of the picture until a shopper chooses another one. */
  readonly imageColour?: string;
}

export interface PlainProduct extends ProductBasics {
  readonly type: 'simple' | 'virtual' | 'downloadable';
  readonly inStock: boolean;
}

export interface ConfigurableProduct extends ProductBasics {
  readonly type: 'configurable';
  readonly attributes: readonly Attribute[];
  readonly children: readonly Child[];
}

/** Products that are sold side by side on one page. Shoppers buy its members, never the product itself. */
export interface GroupedProduct extends ProductBasics {
  readonly type: 'grouped';
  /** Pages of the simple products in it. */
  readonly members: readonly string[];
}

/** The shopper chooses one product of each part to complete a bundle. */
export interface BundlePart {
  readonly id: string;
  readonly title: string;
  /** Pages of the simple products to choose from. */
  readonly members: readonly string[];
}

/** Products that are sold together, under an id and a SKU of their own. */
export interface BundleProduct extends ProductBasics {
  readonly type: 'bundle';
  readonly inStock: boolean;
  readonly parts: readonly BundlePart[];
}

export type Product = PlainProduct | ConfigurableProduct | GroupedProduct | BundleProduct;

/** Whether any attribute is drawn as swatches. Themes then print the options with another component. */
export function hasSwatches({ attributes }: ConfigurableProduct): boolean {
  return attributes.some(({ drawnAs }) => drawnAs === 'swatch');
}

/** Where the picture of a product is served, in one of its colours. */
export function imageAddress(product: Product, colour = product.imageColour): string {
  const name = colour === undefined ? product.image : `${product.image}-${colour.toLowerCase()}`;
  return `/media/catalog/product/${name}.svg`;
}

/** Where the picture of a child is served, in the colour of the child. */
export function childImageAddress(product: ConfigurableProduct, { choice }: Child): string {
  const colours = product.attributes.find(({ code }) => code === 'color');
  const colour = colours?.options.find(({ id }) => id === choice[colours.id]);
  return imageAddress(product, colour?.label);
}
