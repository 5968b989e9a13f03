import { attempt } from './kept.ts';

// What shoppers have asked for in this browser, so that the button can say so on later pages too. An e-mail address is never
// a part of it.

/** The entry in `localStorage`. The keys of the kept subscriptions begin differently. */
export const ASKED = 'back-in-stock-asked';

/** The names of the variants (see `nameOf`), each with the day that ends its time, in days since 1970. */
export type Asked = Map<string, number>;

/** A day, in milliseconds. */
const DAY = 86_400_000;

/** More than a shopper asks for. The oldest is forgotten for a new one. */
const MOST_ENTRIES = 100;

/** Returns the current day, in days since 1970. */
export const readDay = (): number => Math.floor(Date.now() / DAY);

/** Returns the name of a variant: its store view and its id in Klaviyo's catalogue. */
export const nameOf = (store: string | undefined, catalogueId: string | undefined): string =>
  `${store}:${catalogueId}`;

/**
 * Reads what was asked for and is not over yet. Returns nothing where storage is blocked or holds something else.
 *
 * @param days How long a variant is remembered.
 */
export function readAsked(days: number): Asked {
  const read = attempt(() => {
    const entries: [string, number][] = JSON.parse(localStorage.getItem(ASKED) ?? '[]');
    const today = readDay();
    return new Map(entries.filter(([, end]) => end > today && end <= today + days));
  });
  return read ?? new Map();
}

/** Remembers a variant. It reads the storage first, because another tab may have written to it. */
export function rememberAsked(name: string, days: number): void {
  if (!days) return;
  const asked = readAsked(days);
  // The newest is the last.
  asked.delete(name);
  write(asked.set(name, readDay() + days));
}

/** Forgets these variants, here and in the storage. */
export function forgetAsked(asked: Asked, names: readonly string[]): void {
  if (names.filter((name) => asked.delete(name))[0]) write(asked);
}

/** Where storage is blocked or full, the button has its normal text. */
function write(asked: Asked): void {
  attempt(() => localStorage.setItem(ASKED, JSON.stringify([...asked].slice(-MOST_ENTRIES))));
}
