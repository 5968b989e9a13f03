import type { Action } from '../../../demo/loop/actions.ts';
import { HOUR } from '../../../demo/loop/clock.ts';
import { createLoop, type Loop } from '../../../demo/loop/loop.ts';
import type { Rules } from '../../../demo/loop/rules.ts';

/** A Monday. */
export const START = Date.UTC(2026, 0, 5, 9);

export const SHOE = '2005';
export const MUG = '2044';

const LISTED: Action = {
  kind: 'list',
  variants: [
    { id: SHOE, sku: 'TR2-RED-42', quantity: 0 },
    { id: MUG, sku: 'MUG-350', quantity: 0 },
  ],
};

export interface TestLoop extends Loop {
  /** Performs these at the time of the last action. */
  do(...actions: readonly Action[]): void;
  subscribe(variant: string, ...names: readonly string[]): void;
  wait(hours: number): void;
}

/** A loop with two variants that are sold out. */
export function startLoop(): TestLoop {
  const loop = createLoop();
  loop.perform(LISTED, START);
  const perform = (action: Action) => loop.perform(action, loop.state.now);
  return {
    ...loop,
    do: (...actions) => actions.forEach(perform),
    subscribe: (variant, ...names) =>
      names.forEach((name) => {
        perform({ kind: 'subscribe', email: `${name}@example.com`, variant });
      }),
    wait: (hours) => perform({ kind: 'wait', milliseconds: hours * HOUR }),
  };
}

export function rules(changed: Partial<Rules> = {}): Action {
  const first = { minimumInventory: 1, customersPerUnit: 1, waitHours: 6 };
  return { kind: 'change-rules', rules: { ...first, ...changed } };
}

export const restock = (variant: string, units: number): Action => ({
  kind: 'restock',
  variant,
  units,
});

export const sell = (variant: string, units: number): Action => ({ kind: 'sell', variant, units });

/** Names of those who were notified about a variant, in the order in which they were. */
export function listNotified({ state }: Loop, variant: string): readonly string[] {
  return state.diary
    .flatMap((entry) =>
      entry.kind === 'batch' && entry.variant === variant ? entry.subscriptions : [],
    )
    .filter((subscription) => subscription.state === 'notified')
    .map(({ profile }) => profile.email.replace('@example.com', ''));
}

/** Names of those who wait, the oldest first. */
export function listWaiting({ state }: Loop, variant: string): readonly string[] {
  const waiting = state.inventory.find(variant)?.queue.list() ?? [];
  return waiting.map(({ profile }) => profile.email.replace('@example.com', ''));
}
