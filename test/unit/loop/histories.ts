import fc from 'fast-check';
import type { Action } from '../../../demo/loop/actions.ts';
import { HOUR } from '../../../demo/loop/clock.ts';
import type { Entry } from '../../../demo/loop/diary.ts';
import { createLoop, type Loop } from '../../../demo/loop/loop.ts';
import { START } from './run-loop.ts';

/** `CASES=100000` tries more of them. */
export const CASES = Number(process.env.CASES ?? 400);

export const VARIANTS = ['v1', 'v2', 'v3'];

const LISTED: Action = {
  kind: 'list',
  variants: VARIANTS.map((id) => ({ id, sku: `${id}-sku`, quantity: 0 })),
};

const variant = fc.constantFrom(...VARIANTS);
const units = fc.integer({ min: 1, max: 6 });

const subscribe: fc.Arbitrary<Action> = fc.record({
  kind: fc.constant('subscribe'),
  email: fc.integer({ min: 1, max: 25 }).map((number) => `shopper${number}@example.com`),
  // Now and then by its SKU, and something that the shop does not sell.
  variant: fc.oneof(
    { weight: 12, arbitrary: variant },
    { weight: 1, arbitrary: fc.constantFrom('v1-sku', 'v9') },
  ),
});

const changeStock: fc.Arbitrary<Action> = fc.record({
  kind: fc.constantFrom('sell', 'restock'),
  variant,
  units,
});

const wait: fc.Arbitrary<Action> = fc.record({
  kind: fc.constant('wait'),
  milliseconds: fc
    .oneof(fc.integer({ min: 0, max: 30 }), fc.constantFrom(1, 6, 16, 24))
    .map((hours) => hours * HOUR),
});

const changeRules: fc.Arbitrary<Action> = fc.record({
  kind: fc.constant('change-rules'),
  rules: fc.record({
    minimumInventory: fc.integer({ min: 1, max: 5 }),
    customersPerUnit: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant('all' as const)),
    waitHours: fc.constantFrom(1, 6, 24),
  }),
});

const setSmartSending: fc.Arbitrary<Action> = fc.record({
  kind: fc.constant('set-smart-sending'),
  smartSending: fc.boolean(),
});

/** What may happen in a shop, in any order. */
export const history: fc.Arbitrary<readonly Action[]> = fc.array(
  fc.oneof(
    { weight: 10, arbitrary: subscribe },
    { weight: 5, arbitrary: changeStock },
    { weight: 3, arbitrary: wait },
    { weight: 1, arbitrary: changeRules },
    { weight: 1, arbitrary: setSmartSending },
  ),
  { maxLength: 150, size: 'max' },
);

export function play(actions: readonly Action[]): Loop {
  const loop = createLoop();
  loop.perform(LISTED, START);
  for (const action of actions) loop.perform(action, loop.state.now);
  return loop;
}

export type Batch = Entry & { kind: 'batch' };

export function listBatches({ state }: Loop, id: string): readonly Batch[] {
  return state.diary.filter(
    (entry): entry is Batch => entry.kind === 'batch' && entry.variant === id,
  );
}
