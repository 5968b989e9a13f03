import { group, parse, rule } from './schema.ts';

/** Klaviyo's own catalogue, the middle of a variant's id in its current API. */
export const DEFAULT_CATALOGUE = '$default';

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
  /** The catalogue part of the variant's id, which only the current API asks for. Default: `$default`. */
  readonly catalogue?: string;
  /** Whether the shopper agrees, where the shop asks; without that nothing is sent. Never sent itself. Default: `true`. */
  readonly consent?: boolean;
}

/** A subscription that may be sent: its blanks trimmed, its defaults filled in. */
export type ValidSubscription = Required<Omit<Subscription, 'consent'>>;

/** What is wrong with a field. */
export type Mistake = 'missing' | 'malformed';

/** The fields that cannot be right. */
export type FieldMistakes = Readonly<Partial<Record<keyof Subscription, Mistake>>>;

/**
 * As strict as an address can be judged without asking its server: one @, no blanks, no doubled or
 * outer dots, a domain with a top-level domain. Plus signs, subdomains and other alphabets pass.
 */
const EMAIL =
  /^(?!\.|.*(\.[.@]|@-))[^\s@"(),:;<>[\]\\]+@([\p{L}\p{M}\p{N}-]+\.)+\p{L}[\p{L}\p{M}\p{N}-]+$/u;

/** The one schema of a subscription, in the order in which its fields are sent. */
const createSchema = () =>
  group({
    a: rule<string>(Boolean),
    email: rule<string>((email) => email.length < 255 && EMAIL.test(email)),
    variant: rule<string>(Boolean),
    platform: rule<'magento_two'>((platform) => platform === 'magento_two'),
    store: rule<string>((store) => /^\d+$/.test(store)),
    g: rule<string>(() => true),
    catalogue: rule<string>(() => true),
    consent: rule<string>(Boolean),
  });

/** A subscription that may be sent, or what is wrong with it. */
export type Validation =
  | { readonly subscription: ValidSubscription; readonly mistakes?: undefined }
  | { readonly subscription?: undefined; readonly mistakes: FieldMistakes };

/** Checks a subscription before it is sent. */
export function validateSubscription(fields: Subscription): Validation {
  const trimmed: Record<string, string> = {};
  const { consent = true, ...texts } = { ...fields };
  for (const [name, text] of Object.entries(texts)) {
    trimmed[name] = typeof text === 'object' ? '' : String(text ?? '').trim();
  }
  trimmed.consent = consent ? 'given' : '';
  trimmed.platform ||= 'magento_two';
  trimmed.g ||= '';
  trimmed.catalogue ||= DEFAULT_CATALOGUE;
  const { value, issues } = parse(createSchema(), trimmed);
  if (value) return { subscription: value };
  const mistakes: Record<string, Mistake> = {};
  for (const { path } of issues ?? []) {
    const name = String(path);
    mistakes[name] = trimmed[name] ? 'malformed' : 'missing';
  }
  return { mistakes };
}
