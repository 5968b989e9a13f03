import { writeCsv } from './csv.ts';
import type { DescribeVariant, StockItem } from './inventory.ts';
import type { LoopState } from './loop-state.ts';
import type { Subscription } from './subscriptions.ts';

/** The end does not belong to it, so that one period follows on another. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

export const EVER: Period = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

/** What happened in a period. */
export interface Counts {
  /** Subscriptions made. */
  readonly requests: number;
  /** Messages sent. */
  readonly notified: number;
  /** Messages kept back by smart sending. */
  readonly skipped: number;
  /** Subscriptions that waited at its end, whenever they were made. */
  readonly waiting: number;
  /** How many of its requests had been converted from waiting to notified by its end. */
  readonly converted: number;
}

export interface VariantActivity extends Counts {
  readonly variant: string;
  readonly sku: string;
  readonly options: string;
}

export interface ProductActivity extends Counts {
  readonly productId: string;
  readonly productName: string;
  readonly variants: readonly VariantActivity[];
}

const NOTHING: Counts = { requests: 0, notified: 0, skipped: 0, waiting: 0, converted: 0 };

/** The recent activity by product, the most requested one first. Products without any are left out. */
export function reportActivity(
  state: LoopState,
  describe: DescribeVariant,
  period: Period = EVER,
): readonly ProductActivity[] {
  const byProduct = new Map<string, ProductActivity>();
  for (const item of state.inventory.list()) {
    const counts = countSubscriptions(item, period);
    if (Object.values(counts).every((count) => count === 0)) continue;
    const description = describe(item.id);
    const { productId = item.id, productName = item.sku, options = '' } = description ?? {};
    const activity = { variant: item.id, sku: item.sku, options, ...counts };
    const known = byProduct.get(productId) ?? { productId, productName, variants: [], ...NOTHING };
    const variants = [...known.variants, activity];
    byProduct.set(productId, { ...known, ...add(known, counts), variants });
  }
  return [...byProduct.values()].sort((a, b) => b.requests - a.requests);
}

/** Of the requests, the share that was converted from waiting to notified, in whole per cent. */
export function tellConversion({ requests, converted }: Counts): string {
  return requests === 0 ? '' : `${Math.round((100 * converted) / requests)} %`;
}

export function writeActivityCsv(activity: readonly ProductActivity[]): string {
  const header = [
    ...['product', 'product_id', 'variant', 'sku', 'options'],
    ...['requests', 'notified', 'skipped', 'waiting', 'converted'],
  ];
  const rows = activity.flatMap(({ productName, productId, variants }) =>
    variants.map(({ variant, sku, options, ...counts }) => [
      ...[productName, productId, variant, sku, options],
      ...[counts.requests, counts.notified, counts.skipped, counts.waiting, counts.converted],
    ]),
  );
  return writeCsv(header, rows);
}

/** Everybody who waits, by variant, the oldest first. The import takes it as it is. */
export function writeQueueCsv(state: LoopState, describe: DescribeVariant): string {
  const header = ['email', 'variant', 'sku', 'product', 'options', 'position', 'subscribed_at'];
  const rows = [...state.inventory.list()].flatMap(({ id, sku, queue }) => {
    const { productName = '', options = '' } = describe(id) ?? {};
    return queue
      .list()
      .map(({ profile, at }, place) => [
        ...[profile.email, id, sku, productName, options],
        ...[place + 1, new Date(at).toISOString()],
      ]);
  });
  return writeCsv(header, rows);
}

function add(a: Counts, b: Counts): Counts {
  return {
    requests: a.requests + b.requests,
    notified: a.notified + b.notified,
    skipped: a.skipped + b.skipped,
    waiting: a.waiting + b.waiting,
    converted: a.converted + b.converted,
  };
}

function countSubscriptions({ queue }: StockItem, { from, to }: Period): Counts {
  const isIn = (at: number | undefined) => at !== undefined && at >= from && at < to;
  const counts = { ...NOTHING };
  for (const subscription of queue.history) {
    if (subscription.at >= to) break;
    const end = findEndBefore(to, subscription);
    const isRequest = isIn(subscription.at);
    if (isRequest) counts.requests += 1;
    if (end === 'waiting') counts.waiting += 1;
    else if (isIn(subscription.endedAt)) counts[end] += 1;
    if (isRequest && end === 'notified') counts.converted += 1;
  }
  return counts;
}

/** The state in which the subscription was then. */
function findEndBefore(to: number, { endedAt, state }: Subscription): Subscription['state'] {
  return endedAt !== undefined && endedAt < to ? state : 'waiting';
}
