import { guard } from '../guard.ts';
import { readProductData, readText } from '../product/product-data.ts';
import { type Adapter, type PageAdapter, readSelectionFrom } from './adapter.ts';
import { groupedAdapter } from './grouped.ts';
import { hyvaAdapter } from './hyva.ts';
import { dropdownsAdapter, swatchesAdapter } from './luma-options.ts';
import { allSoldOutAdapter, simpleAdapter } from './simple.ts';

/** The widget's own adapters, asked in this order. */
export const ADAPTERS: readonly PageAdapter[] = [
  hyvaAdapter,
  swatchesAdapter,
  dropdownsAdapter,
  groupedAdapter,
  allSoldOutAdapter,
  simpleAdapter,
];

/** The merchants' adapters, asked before `ADAPTERS`; the one added last is asked first. */
export const MERCHANTS: PageAdapter[] = [];

/** Adds a merchant's adapter. The widget catches what it throws, and checks what it reads. */
export function addAdapter(adapter: Adapter): void {
  const { watchedAttributes = [], watchedEvents = [], watchedElements } = adapter;
  const readSelection = guard((area: Element) => adapter.readSelection?.(area));
  const findSoldOutOptions = guard((area: Element) => adapter.findSoldOutOptions?.(area));
  MERCHANTS.unshift({
    watchedAttributes,
    watchedEvents,
    watched: watchedElements ? { contents: watchedElements } : undefined,
    matches: guard((area) => adapter.matches(area)) as PageAdapter['matches'],
    read: (area) => readProductData('adapter', () => adapter.read(area)),
    readSelection: (area) =>
      readSelectionFrom(Object.entries(Object(readSelection(area))), ([id, option]) => [
        id,
        readText(option),
      ]),
    findSoldOutOptions: (area) => findSoldOutOptions(area) ?? [],
    hear: guard((event) => adapter.hear?.(event)),
  });
}
