import type { Offer } from '../product/product.ts';
import type { Subscription } from '../validation/subscription.ts';
import type { Result } from './result.ts';
import { LONGEST_WAIT } from './retry.ts';

/** A subscription that Klaviyo has not accepted yet. The shopper's browser keeps it. */
export interface Kept {
  readonly subscription: Subscription;
  /** The product and variants, for the merchant's events. */
  readonly offer: Offer;
  /** When the shopper made it, in milliseconds since 1970. */
  readonly madeAt: number;
  /**
   * No tab sends it before this time, in milliseconds since 1970: a tab is sending it, it failed not long ago, or the
   * server asked to wait.
   */
  readonly notBefore: number;
  /** How often it was sent, including a request under way. */
  readonly tries: number;
}

/** Each subscription has its own entry in `localStorage`, so that two tabs never overwrite each other's entries. */
const PREFIX = 'back-in-stock:';

/** A day, in milliseconds. The shopper no longer expects an older subscription to be sent. */
const GREATEST_AGE = 86_400_000;

/** A clock may be corrected by this much, in milliseconds. An entry further in the future comes from a wrong clock. */
const CLOCK_SKEW = 60_000;

const MOST_ENTRIES = 20;

/** Called with the offer of an entry that is dropped because it is too old. */
export type OnExpired = (offer: Offer) => void;

const listKeys = () =>
  (attempt(() => Object.keys(localStorage)) ?? []).filter((key) => key.startsWith(PREFIX));

/** Whether there may be kept subscriptions. It looks at the keys only and does not read the entries. */
export function hasKept(): boolean {
  try {
    return Object.keys(localStorage).join('\n').includes(PREFIX);
  } catch {
    return false;
  }
}

/** Lists all keys. Drops entries that are broken, too old or from the future. Blocked storage counts as empty. */
export function listKept(onExpired?: OnExpired): string[] {
  return listKeys().filter((key) => readKept(key, onExpired));
}

/**
 * Reads the entry under this key; returns undefined when there is none. Drops an entry that is broken, too old or from the
 * future. It ignores a `notBefore` later than the longest wait, and counts 0 tries in an entry of an older version, which
 * did not store them.
 */
export function readKept(key: string, onExpired: OnExpired = () => {}): Kept | undefined {
  let expired: Offer | undefined;
  const kept = attempt((): Kept | false => {
    const entry: Kept = JSON.parse(localStorage.getItem(key) ?? '');
    const now = Date.now();
    const age = now - entry.madeAt;
    const ahead = entry.notBefore - now;
    if (age >= GREATEST_AGE) expired = entry.offer;
    return (
      age >= -CLOCK_SKEW &&
      age < GREATEST_AGE && {
        ...entry,
        notBefore: ahead <= LONGEST_WAIT + CLOCK_SKEW ? now + ahead : 0,
        tries: Math.max(0, Math.trunc(entry.tries)) || 0,
      }
    );
  });
  if (!kept) drop(key);
  if (expired) onExpired(expired);
  return kept || undefined;
}

/**
 * Keeps a subscription. It replaces an earlier one of the same address to the same variant.
 *
 * @returns Its key; undefined when the storage is blocked or full, or already holds the most entries.
 */
export function keep(kept: Kept, onExpired?: OnExpired): string | undefined {
  const key = keyOf(kept.subscription);
  const others = listKept(onExpired).filter((other) => other !== key);
  if (others.length >= MOST_ENTRIES) return undefined;
  return write(key, kept) ? key : undefined;
}

/** Returns the key of a subscription, whether it is kept or not. */
export function keyOf({ a, email, variant, store }: Subscription): string {
  return PREFIX + JSON.stringify([a, email, variant, store]);
}

/**
 * Stores the new tries and time of a kept subscription.
 *
 * @returns False when it is no longer kept, or the storage is blocked or full.
 */
export function note(
  key: string,
  { tries, notBefore }: Pick<Kept, 'notBefore' | 'tries'>,
): boolean {
  const kept = readKept(key);
  // Read the entry again: the shopper may have replaced it meanwhile by a press with another box ticked.
  return kept !== undefined && write(key, { ...kept, tries, notBefore });
}

function write(key: string, kept: Kept): boolean {
  return Boolean(
    attempt(() => {
      localStorage.setItem(key, JSON.stringify(kept));
      return true;
    }),
  );
}

/**
 * Drops the entry under this key because its answer has come. It first writes the answer in the entry's place, so that
 * other tabs get it by a storage event. The answer contains nothing of the subscription and no message of the server.
 */
export function dropAnswered(key: string, result: Result): void {
  const answer = { ...result, messages: [] };
  attempt(() => localStorage.setItem(key, JSON.stringify({ answer })));
  drop(key);
}

/** Reads the answer that another tab wrote in an entry's place; returns undefined when the text is no answer. */
export function readAnswer(entry: string): Result | undefined {
  const { ok, reason, ...others } = Object(attempt(() => Object(JSON.parse(entry)).answer));
  if (ok === true) return { ok };
  return typeof reason === 'string' ? ({ ...others, ok: false, reason } as Result) : undefined;
}

/** Drops the entry under this key. */
export function drop(key: string): void {
  attempt(() => localStorage.removeItem(key));
}

/** Returns undefined on an error: storage may be blocked or full at any moment, and may contain anything. */
export function attempt<Value>(run: () => Value): Value | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
