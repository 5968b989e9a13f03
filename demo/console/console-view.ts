import type { ImportReport } from '../loop/import-subscribers.ts';
import type { DescribeVariant, StockItem } from '../loop/inventory.ts';
import { nameVariant } from '../loop/inventory.ts';
import type { Loop } from '../loop/loop.ts';
import { type ProductActivity, reportActivity } from '../loop/reports.ts';

/** What the console is printed from. */
export interface ConsoleView {
  readonly loop: Pick<Loop, 'state' | 'findNextBatch'>;
  readonly describe: DescribeVariant;
  /** The virtual time, in milliseconds. */
  readonly now: number;
  /** One sentence on what the last action did, or why it was refused. */
  readonly notice?: string | undefined;
  /** Whether the notice says why nothing was done. */
  readonly isRefused?: boolean | undefined;
  /** What a merchant must be told of the file in which the loop is kept, in sentences. */
  readonly setAside?: string | undefined;
  /** Id or SKU of the variant that the merchant chose. */
  readonly selected?: string | undefined;
  readonly imported?: ImportReport | undefined;
}

/** The view, with what several parts of the page ask of it. */
export interface PrintedView extends ConsoleView {
  /** The variant that the plot and the message are about; `undefined` while the catalogue is empty. */
  readonly item: StockItem | undefined;
  readonly activity: readonly ProductActivity[];
  /** As a shopper would call a variant. */
  nameOf(variant: string): string;
  /** How many wait for a variant. */
  countWaiting(variant: string): number;
}

export function prepareView(view: ConsoleView): PrintedView {
  const { loop, describe } = view;
  const { state } = loop;
  return {
    ...view,
    item: chooseItem(view),
    activity: reportActivity(state, describe),
    nameOf(variant) {
      const item = state.inventory.find(variant);
      return item ? nameVariant(item, describe) : variant;
    },
    countWaiting: (variant) => state.inventory.find(variant)?.queue.length ?? 0,
  };
}

/** What was chosen, or else the variant of which the diary tells last, or else one that is sold out. */
function chooseItem({ loop: { state }, selected }: ConsoleView): StockItem | undefined {
  const { inventory, diary } = state;
  const chosen = selected === undefined ? undefined : inventory.find(selected);
  if (chosen) return chosen;
  const latest = diary.findLast((entry) => 'variant' in entry);
  if (latest && 'variant' in latest) return inventory.find(latest.variant);
  return findSoldOut(state) ?? inventory.list().next().value;
}

export function findSoldOut({ inventory }: Loop['state']): StockItem | undefined {
  for (const item of inventory.list()) if (item.quantity === 0) return item;
  return undefined;
}
