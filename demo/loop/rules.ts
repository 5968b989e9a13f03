import { z } from 'zod';
import { HOUR } from './clock.ts';

/**
 * The back in stock settings of a Klaviyo account: who is notified of a restock, and when. They hold for all variants, and
 * are looked at when a variant is restocked and when a wait ends. A change of them notifies nobody by itself.
 */
export interface Rules {
  /** So many units must be in stock before anybody is notified. At least 1. */
  readonly minimumInventory: number;
  /** How many subscribers, the oldest first, are notified for each unit in stock. `all`: everybody at once. */
  readonly customersPerUnit: number | 'all';
  /** How long the next batch waits after one. Without meaning where everybody is notified at once. */
  readonly waitHours: number;
}

/** What an account has before a merchant changes it: everybody, as soon as there is one. */
export const FIRST_RULES: Rules = { minimumInventory: 1, customersPerUnit: 'all', waitHours: 24 };

const count = z.int().min(1).max(1_000_000);

export const rulesSchema = z.strictObject({
  minimumInventory: count,
  customersPerUnit: z.union([count, z.literal('all')]),
  waitHours: z
    .int()
    .min(1)
    .max(366 * 24),
}) satisfies z.ZodType<Rules>;

/** How many subscribers one batch may have at most. None below the minimum inventory. */
export function countToNotify(rules: Rules, quantity: number): number {
  if (quantity < rules.minimumInventory) return 0;
  if (rules.customersPerUnit === 'all') return Number.POSITIVE_INFINITY;
  return quantity * rules.customersPerUnit;
}

/** When the wait after a batch ends; none where a batch is everybody. */
export function findEndOfWait(rules: Rules, sentAt: number): number | undefined {
  return rules.customersPerUnit === 'all' ? undefined : sentAt + rules.waitHours * HOUR;
}
