import type { LoopState } from './loop-state.ts';

/** How things stood from this moment until the next. */
export interface HistoryPoint {
  readonly at: number;
  /** How many waited for the variant. */
  readonly waiting: number;
  /** Units of it in stock. */
  readonly quantity: number;
}

interface Change {
  readonly at: number;
  readonly waiting?: 1 | -1;
  readonly quantity?: number;
}

/** The queue and the inventory of one variant over time, for a plot: one point for each moment at which one of them changed. */
export function listHistory(state: LoopState, variant: string): readonly HistoryPoint[] {
  const item = state.inventory.find(variant);
  const subscriptions = item?.queue.history ?? [];
  const changes: Change[] = [
    ...(item?.changes ?? []),
    ...subscriptions.map(({ at }): Change => ({ at, waiting: 1 })),
    ...subscriptions.flatMap(({ endedAt }): readonly Change[] =>
      endedAt === undefined ? [] : [{ at: endedAt, waiting: -1 }],
    ),
  ];
  changes.sort((a, b) => a.at - b.at);
  const points: HistoryPoint[] = [];
  let now = { waiting: 0, quantity: 0 };
  for (const { at, waiting = 0, quantity = now.quantity } of changes) {
    now = { waiting: now.waiting + waiting, quantity };
    if (points.at(-1)?.at === at) points.pop();
    points.push({ at, ...now });
  }
  return points;
}
