import type { Offer } from '../product/product.ts';
import type { Subscription } from '../validation/subscription.ts';
import type { Result } from './result.ts';
import { LONGEST_WAIT } from './retry.ts';

/** A subscription that Klaviyo has not accepted yet, as it is kept in the shopper's browser. */
export interface Kept {
  readonly subscription: Subscription;
  /** What it is about, for the merchant's events. */
  readonly offer: Offer;
  /** When it was made, in milliseconds since 1970. */
  readonly madeAt: number;
  /**
   * Nobody sends it before this, in milliseconds since 1970: it is under way until then, has failed not long ago, or the
   * server has asked for nothing earlier.
   */
  readonly notBefore: number;
  /** How often it has been sent, the one under way included. */
  readonly tries: number;
}

/** Each has an entry of its own in `localStorage`, so that two tabs never write over each other's. */
const PREFIX = 'back-in-stock:';

/** A day, in milliseconds. What is older is not expected any more. */
const GREATEST_AGE = 86_400_000;

/** A clock may be set right by as much, in milliseconds. What is from later than that is a mistake of the clock. */
const CLOCK_SKEW = 60_000;

const MOST_ENTRIES = 20;

/** Called with what goes because it has grown too old. */
export type OnExpired = (offer: Offer) => void;

const listKeys = () =>
  (attempt(() => Object.keys(localStorage)) ?? []).filter((key) => key.startsWith(PREFIX));

/** Whether there may be something that is kept, without a look into it. */
export function hasKept(): boolean {
  try {
    return Object.keys(localStorage).join('\n').includes(PREFIX);
  } catch {
    return false;
  }
}

/** The keys of all that is kept; what is spoilt, too old or from the future goes now. Storage that is blocked is like an empty one. */
export function listKept(onExpired?: OnExpired): string[] {
  return listKeys().filter((key) => readKept(key, onExpired));
}

/**
 * What is kept under this key; undefined when it is gone. What is spoilt, too old or from the future goes now. A time to
 * wait for that nobody can have set holds nothing up, and an older version has counted no tries.
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
 * Keeps a subscription, in the place of an earlier one of the same address to the same variant.
 *
 * @returns Its key; undefined where the storage is blocked or full, or enough is kept already.
 */
export function keep(kept: Kept, onExpired?: OnExpired): string | undefined {
  const key = keyOf(kept.subscription);
  const others = listKept(onExpired).filter((other) => other !== key);
  if (others.length >= MOST_ENTRIES) return undefined;
  return write(key, kept) ? key : undefined;
}

/** The key of a subscription, whether it is kept or not. */
export function keyOf({ a, email, variant, store }: Subscription): string {
  return PREFIX + JSON.stringify([a, email, variant, store]);
}

/**
 * Notes what has changed of something that is kept.
 *
 * @returns False where it is kept no longer, or the storage takes nothing.
 */
export function note(
  key: string,
  { tries, notBefore }: Pick<Kept, 'notBefore' | 'tries'>,
): boolean {
  const kept = readKept(key);
  // What is to be sent may have been replaced meanwhile, by a press with another box ticked.
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
 * Forgets what is kept under this key, since it has got its answer. For a moment the answer stands in its place, which
 * is how the other tabs hear of it. None of what was kept is in it, and no message of the server's.
 */
export function dropAnswered(key: string, result: Result): void {
  const answer = { ...result, messages: [] };
  attempt(() => localStorage.setItem(key, JSON.stringify({ answer })));
  drop(key);
}

/** The answer that another tab has left in the place of what was kept; undefined when this is something else. */
export function readAnswer(entry: string): Result | undefined {
  const { ok, reason, ...others } = Object(attempt(() => Object(JSON.parse(entry)).answer));
  if (ok === true) return { ok };
  return typeof reason === 'string' ? ({ ...others, ok: false, reason } as Result) : undefined;
}

/** Forgets what is kept under this key. */
export function drop(key: string): void {
  attempt(() => localStorage.removeItem(key));
}

/** Storage may be blocked or full at any moment, and hold anything. */
function attempt<Value>(run: () => Value): Value | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
