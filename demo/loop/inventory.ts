import { Queue } from './queue.ts';

/** What a shop sells under an id of its own, as Klaviyo's catalogue holds it. */
export interface ListedVariant {
  readonly id: string;
  readonly sku: string;
  /** Units in stock. */
  readonly quantity: number;
}

export interface StockChange {
  readonly at: number;
  /** Units in stock from then on. */
  readonly quantity: number;
}

export interface StockItem {
  readonly id: string;
  readonly sku: string;
  /** Who waits for it. */
  readonly queue: Queue;
  quantity: number;
  /** Each quantity that it ever had, the first one included. */
  readonly changes: StockChange[];
}

/** The variants: how many units of each are in stock, and were. */
export class Inventory {
  readonly #byId = new Map<string, StockItem>();
  readonly #bySku = new Map<string, StockItem>();

  /** Takes a variant into the catalogue. One that is in it keeps its stock. */
  add({ id, sku, quantity }: ListedVariant, at: number): boolean {
    if (this.#byId.has(id)) return false;
    const item = { id, sku, quantity, queue: new Queue(), changes: [{ at, quantity }] };
    this.#byId.set(id, item);
    this.#bySku.set(sku, item);
    return true;
  }

  /** Merchants choose which of both is the item's id in Klaviyo. An id goes before a SKU of the same text. */
  find(idOrSku: string): StockItem | undefined {
    return this.#byId.get(idOrSku) ?? this.#bySku.get(idOrSku);
  }

  /** In the order in which they were added. */
  list(): IterableIterator<StockItem> {
    return this.#byId.values();
  }

  /** Sells with a number below zero. Tells whether there were so many; otherwise nothing changes. */
  change(item: StockItem, units: number, at: number): boolean {
    const quantity = item.quantity + units;
    if (quantity < 0) return false;
    item.quantity = quantity;
    item.changes.push({ at, quantity });
    return true;
  }
}

/** What the shop's catalogue says of a variant. The loop itself needs none of it; reports and messages do. */
export interface VariantDescription {
  readonly id: string;
  readonly sku: string;
  readonly productId: string;
  readonly productName: string;
  /** What was chosen, such as "Red / 42"; empty for a product without options. */
  readonly options: string;
  /** The product page. */
  readonly url: string;
  readonly imageUrl: string;
  /** With the currency, as shoppers read it. */
  readonly price: string;
}

/** Gives what the catalogue says of the variant with this id; `undefined` when it is sold no more. */
export type DescribeVariant = (id: string) => VariantDescription | undefined;

/** As a shopper would call it. Something that is not sold any more has nothing but its SKU. */
export function nameVariant({ id, sku }: StockItem, describe: DescribeVariant): string {
  const description = describe(id);
  if (!description) return sku;
  const { productName, options } = description;
  return options === '' ? productName : `${productName} (${options})`;
}
