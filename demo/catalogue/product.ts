export interface Option {
  readonly id: string;
  readonly label: string;
  /** Colour of the swatch; a text swatch has none. */
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
  /** Name of the file in `public/images`. */
  readonly image: string;
  /** Name of the colour of that picture, until a shopper chooses another one. */
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

export type Product = PlainProduct | ConfigurableProduct;
