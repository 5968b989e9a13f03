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
  quantity: number;
  /** Each quantity that it ever had, the first one included. */
  readonly changes: StockChange[];
}

/** How many units of each variant are in stock, and were. */
export class Inventory {
  readonly #byId = new Map<string, StockItem>();
  readonly #bySku = new Map<string, StockItem>();

  /** Takes a variant into the catalogue. One that is in it keeps its stock. */
  add({ id, sku, quantity }: ListedVariant, at: number): boolean {
    if (this.#byId.has(id)) return false;
    const item = { id, sku, quantity, changes: [{ at, quantity }] };
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
