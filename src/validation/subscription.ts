import { DEFAULT_CATALOGUE } from '../subscribe/transport.ts';
import * as z from './zod.ts';

/** The fields of a subscription, named as in Klaviyo's document "Set up back in stock for Magento 2". */
export interface Subscription {
  /** Public API key. */
  readonly a: string;
  /** The shopper's e-mail address. */
  readonly email: string;
  /** The item's `$id` in Klaviyo's catalogue: a simple product's or a child's, never a configurable's. */
  readonly variant: string;
  /** Always `magento_two`; filled in when left out. */
  readonly platform?: 'magento_two';
  /** Numeric id of the store view. */
  readonly store: string;
  /** Id of the newsletter list that the shopper joins as well. Default: none, no newsletter. */
  readonly g?: string;
  /** The catalogue part of the variant's id, which only the current API needs. Default: `$default`. */
  readonly catalogue?: string;
  /** Whether the shopper agrees, where the shop asks; if not, nothing is sent. Never sent itself. Default: `true`. */
  readonly consent?: boolean;
}

/** A subscription that may be sent: blanks trimmed, invisible characters removed from the address, defaults filled in. */
export type ValidSubscription = Required<Omit<Subscription, 'consent'>>;

/** What is wrong with a field. */
export type Mistake = 'missing' | 'malformed';

/** The invalid fields. */
export type FieldMistakes = Readonly<Partial<Record<keyof Subscription, Mistake>>>;

/**
 * Invisible characters that come with a pasted address: soft hyphens, direction marks, zero-width characters and
 * non-breaking blanks. The joiners U+200C and U+200D stay, because some alphabets need them in names. The relay has the
 * same list (`Model/Relay/EmailAddress.php`), and the tests check both with `test/support/typed-addresses.json`.
 */
const UNSEEN =
  /[\u00a0\u00ad\u061c\u180e\u2007\u200b\u200e\u200f\u202a-\u202f\u2060-\u206f\ufeff]/g;

/**
 * As strict as a check can be without asking the address's server: one @, no blanks or control characters, no
 * doubled or outer dots, a domain with a top-level domain. It accepts plus signs, subdomains and other alphabets.
 */
const EMAIL =
  /^(?!\.|.*(\.[.@]|@-))[^\s\p{Cc}@"(),:;<>[\]\\]+@([\p{L}\p{M}\p{N}-]+\.)+\p{L}[\p{L}\p{M}\p{N}-]+$/u;

/** Counts UTF-16 units, as the relay does; zod's own `maxLength` counts a surrogate pair as one. */
const isShort = (email: string) => email.length < 255;

const filled = z.string().check(z.regex(/./));

/** The one schema of a subscription, in the order in which its fields are sent. */
const SUBSCRIPTION = z.object({
  a: filled,
  email: z.string().check(z.refine(isShort, { abort: true }), z.regex(EMAIL)),
  variant: filled,
  platform: z.literal('magento_two'),
  store: z.string().check(z.regex(/^\d+$/)),
  g: z.string(),
  catalogue: z.string(),
  consent: z.literal(true),
}) satisfies z.ZodMiniType<ValidSubscription>;

/** A subscription that may be sent, or what is wrong with it. */
export type Validation =
  | { readonly subscription: ValidSubscription; readonly mistakes?: undefined }
  | { readonly subscription?: undefined; readonly mistakes: FieldMistakes };

/** Checks a subscription before it is sent. */
export function validateSubscription(fields: Subscription): Validation {
  const texts: Record<string, string> = {};
  const { consent = true, ...given } = { ...fields };
  for (const [name, field] of Object.entries(given)) {
    const text = typeof field === 'object' ? '' : String(field ?? '');
    texts[name] = (name === 'email' ? text.replace(UNSEEN, '') : text).trim();
  }
  texts.platform ||= 'magento_two';
  texts.g ||= '';
  texts.catalogue ||= DEFAULT_CATALOGUE;
  const { data, error } = SUBSCRIPTION.safeParse({ ...texts, consent: Boolean(consent) });
  if (data) return { subscription: data };
  const mistakes: Record<string, Mistake> = {};
  for (const { path } of error.issues) {
    const name = String(path[0]);
    mistakes[name] = texts[name] ? 'malformed' : 'missing';
  }
  return { mistakes };
}
