import type { Configuration } from '../configuration/options.ts';
import { readDay } from './asked.ts';
import { attempt } from './kept.ts';

// The e-mail address that a shopper has signed up with. The form fills it in on later pages, and never sends it by itself.

type Place = Configuration['rememberEmail'];

/** The entry in either storage: the day that ends its time, in days since 1970, and the address. */
const KEY = 'back-in-stock-email';

/** An address is not filled in this long after it was used last, in days. */
const LONGEST = 90;

/** Returns the remembered address; empty when there is none. Removes one whose time is over. */
export function readEmail(place: Place): string {
  const text = attempt(() => storageOf(place)?.getItem(KEY)) ?? '';
  const [, end = 0, email = ''] = /^(\d+) (.+)$/.exec(text) ?? [];
  const left = +end - readDay();
  if (left > 0 && left <= LONGEST) return email;
  attempt(() => storageOf(place)?.removeItem(KEY));
  return '';
}

/** Remembers an address in place of the one before. */
export function rememberEmail(place: Place, email: string): void {
  attempt(() => storageOf(place)?.setItem(KEY, `${readDay() + LONGEST} ${email.trim()}`));
}

/** Removes what was remembered with another setting. */
export function forgetOtherEmails(place: Place): void {
  for (const other of ['session', 'local'] as const) {
    if (other !== place) attempt(() => storageOf(other)?.removeItem(KEY));
  }
}

const storageOf = (place: Place): Storage | undefined => {
  if (place === 'off') return undefined;
  return place === 'local' ? localStorage : sessionStorage;
};
