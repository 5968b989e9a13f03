import { log } from '../guard.ts';
import { isSelector, ownMembers } from '../page/document.ts';
import { type Api, TRANSPORTS } from '../subscribe/transports.ts';
import * as z from '../validation/zod.ts';
import { type Configuration, DEFAULTS, type VariantIdFunction } from './options.ts';
import { isLoopback } from './page-settings.ts';
import { mergeOptions } from './start-settings.ts';

const text = z.string('a text');

const flag = z.boolean('true or false');

const oneOf = <const Value extends string>(...values: readonly Value[]) =>
  z.enum(values, values.join(' or '));

/** Accepts both: attributes of a tag give numbers as texts, and PHP may print a text of digits as a number. */
const textOrNumber = (isRight: (value: string | number) => boolean, expected: string) =>
  z.union([z.string(), z.number()], expected).check(z.refine(isRight, expected));

/**
 * Checks a value that only the browser can judge; the browser throws at some wrong values. Off: empty, or `false` from an
 * attribute.
 */
const judged = (isRight: (value: string) => unknown, expected: string) =>
  z.custom<string>((value) => {
    try {
      return isRight(value as string);
    } catch {
      return false;
    }
  }, expected);

/** An empty value keeps the value of the stylesheet. */
const css = judged(
  (value) =>
    !value ||
    (loadsNothing(value) && ['color', 'margin', 'width'].some((name) => CSS.supports(name, value))),
  'a CSS value',
);

const selector = judged((value) => isSelector(ownMembers(document), value), 'a CSS selector');

const ownAddress = judged(
  (address) => new URL(address, location.href).origin === location.origin,
  'an address of this shop',
);

/** Letters and digits, as Klaviyo shows the id; a list's name or address is no id. */
const listId = z.custom<string>(
  (value) => typeof value === 'string' && /^[a-z\d]*$/i.test(value),
  'a text, the id of a list',
);

const variantId = z.union(
  [z.enum(['id', 'sku']), z.custom<VariantIdFunction>((value) => typeof value === 'function')],
  'id, sku or a function',
);

const days = textOrNumber((count) => /^\d+$/.test(`${count}`) && +count <= 365, '0 to 365 (days)');

/** A tag of a language without texts is right too: a template may print that of every store view. */
const language = z.custom<string>(
  (value) => /^([a-z]{2,3}([-_]\w+)*|off|)$/i.test(`${value}`),
  'a language such as de, or off',
);

const callback = z.custom<(() => void) | undefined>(
  (value) => !value || typeof value === 'function',
  'a function',
);

/** The same schema for every setting of a group, but for those that have their own in `others`. */
const each = <Group extends object, Schema, Others extends object>(
  group: Group,
  schema: Schema,
  others?: Others,
) => {
  const schemas = Object.fromEntries(Object.keys(group).map((name) => [name, schema]));
  return z.object(
    { ...schemas, ...others } as Record<Exclude<keyof Group, keyof Others>, Schema> & Others,
    'an object',
  );
};

const trigger = z.object(
  {
    classes: text,
    align: oneOf('start', 'center', 'end'),
    margin: css,
    width: css,
    anchor: selector,
    placement: oneOf('after', 'before', 'inside', 'instead'),
    hideAddToCart: flag,
    hint: oneOf('link', 'button', 'none'),
    hintClasses: text,
  },
  'an object',
);

type Settings = Omit<Configuration, 'apiKey' | 'timeout' | 'retries' | 'rememberDays'> &
  Record<'apiKey' | 'timeout' | 'retries' | 'rememberDays', string | number>;

/**
 * Creates the only schema of the configuration. Its messages name the values to give instead.
 *
 * @param api The setting `api`: with `relay`, the endpoint must be on the shop's own domain.
 */
const createSchema = (api: unknown) =>
  z.object({
    apiKey: textOrNumber(
      (key) => /^(?!pk_)\S+$/.test(`${key}`),
      'the public API key, never a private one (pk_…)',
    ),
    store: textOrNumber((id) => /^\d*$/.test(`${id}`), 'the numeric id of the store view'),
    api: oneOf(...(Object.keys(TRANSPORTS) as Api[])),
    endpoint:
      api === 'relay' ? ownAddress : judged(isSafe, 'an https: address or one of this shop'),
    timeout: textOrNumber((time) => +time >= 1000 && +time <= 60_000, '1000 to 60000 (ms)'),
    retries: textOrNumber((count) => /^(\d|10)$/.test(`${count}`), '0 to 10'),
    outbox: flag,
    catalogue: text,
    newsletterList: listId,
    multiple: flag,
    variantId,
    product: z.custom<Configuration['product']>(
      (value) => !value || typeof value === 'object' || typeof value === 'function',
      'product data or a function',
    ),
    stockLabel: selector,
    soldOutSwatches: flag,
    listing: flag,
    graphql: ownAddress,
    storeCode: text,
    checkStock: flag,
    customerEmail: flag,
    rememberDays: days,
    rememberEmail: oneOf('session', 'local', 'off'),
    mark: text,
    formUrl: text,
    locale: language,
    trigger,
    modal: each(DEFAULTS.modal, css, { image: flag }),
    texts: each(DEFAULTS.texts, text),
    on: each(DEFAULTS.on, callback),
  }) satisfies z.ZodMiniType<Settings>;

/**
 * Parses the merchant's settings from one or several sources; a later source overrides an earlier one key by key.
 * After a mistake it logs one message with path, problem and remedy, and returns undefined. It warns of unknown keys and
 * ignores them.
 */
export function parseConfiguration(sources: readonly unknown[]): Configuration | undefined {
  const unknown: string[] = [];
  const settings = mergeOptions(DEFAULTS, sources, unknown);
  if (unknown[0]) log(`unknown settings: ${unknown.join(', ')}`, 'warn');
  const { data, error } = createSchema(settings.api).safeParse(settings);
  const mistakes = error?.issues.map(({ path, message }) => {
    const given = path.reduce<unknown>((part, key) => (part as never)[key], settings);
    const shown = `${given ?? ''}`;
    const problem = shown ? `cannot be "${shown}"` : 'is missing';
    return `${path.join('.')} ${problem}. Give ${message}.`;
  });
  if (mistakes) log(mistakes.join('\n'));
  if (!data) return undefined;
  if (data.newsletterList && !data.texts.newsletter.trim()) {
    log('newsletterList: its box has no words. Give texts.newsletter, or no list.', 'warn');
  }
  // Attributes give numbers as texts; the rest of the code calculates with them.
  const { timeout, retries, rememberDays } = data;
  return {
    ...data,
    timeout: +timeout,
    retries: +retries,
    rememberDays: +rememberDays,
  } as Configuration;
}

/** Whether nobody can read a shopper's e-mail on the way: no plain HTTP to another machine. */
function isSafe(address: string): boolean {
  const { protocol, origin, hostname } = new URL(address, location.href);
  const isNear = protocol === 'http:' && (origin === location.origin || isLoopback(hostname));
  return !address || protocol === 'https:' || isNear;
}

/** CSS functions of colours and lengths; they load no resource. */
const HARMLESS =
  /^(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|calc|min|max|clamp|round|var|env)$/i;

/** Whether a CSS value calls only these functions, also within `var()`. Escapes are refused: one could hide another name. */
function loadsNothing(value: string): boolean {
  const calls = `${value}`.matchAll(/([^\s(),/*+]*)\(/g);
  return !`${value}`.includes('\\') && [...calls].every(([, name]) => !name || HARMLESS.test(name));
}
