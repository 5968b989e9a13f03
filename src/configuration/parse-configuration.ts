import { tell } from '../guard.ts';
import { type Api, TRANSPORTS } from '../subscribe/transport.ts';
import { group, parse, rule } from '../validation/schema.ts';
import { DEFAULTS } from './defaults.ts';
import { mergeOptions } from './merge-options.ts';
import type { Configuration } from './options.ts';

const oneOf = <const Value>(...values: Value[]) =>
  rule<Value>((value) => values.includes(value), values.join(' or '));

/** The same check for every setting of a group. */
const each = <Group extends object, Check>(group: Group, check: Check) =>
  Object.fromEntries(Object.keys(group).map((name) => [name, check])) as Record<keyof Group, Check>;

/** The schema is made when it is needed, which is on no page without anything sold out. */
function createSchema(api: unknown) {
  const text = rule<string>((value) => typeof value === 'string', 'a text');

  /** The browser itself judges; an empty value leaves what the stylesheet says. */
  const css = rule<string>(
    (value) =>
      !value ||
      (loadsNothing(value) &&
        ['color', 'margin', 'width'].some((name) => CSS.supports(name, value))),
    'a CSS value',
  );

  const flag = oneOf(true, false);

  const selector = rule<string>(
    (value) => !value || document.querySelectorAll(value),
    'a CSS selector',
  );

  const callback = rule<() => void>((value) => !value || typeof value === 'function', 'a function');
  const own = rule<string>(
    (address) => new URL(address, location.href).origin === location.origin,
    'an address of this shop',
  );
  return group({
    apiKey: rule<string>(
      (key) => /^(?!pk_)\S+$/.test(key),
      'the public API key, never a private one (pk_…)',
    ),
    store: rule<string | number>(
      (id) => /^\d*$/.test(String(id)),
      'the numeric id of the store view',
    ),
    api: oneOf(...(Object.keys(TRANSPORTS) as Api[])),
    endpoint:
      api === 'relay' ? own : rule(isAllowedEndpoint, 'an https: address or one of this shop'),
    timeout: rule<number>((time) => time >= 1000 && time <= 60_000, '1000 to 60000 (ms)'),
    retries: rule<number>((count) => /^(\d|10)$/.test(String(count)), '0 to 10'),
    outbox: flag,
    catalogue: text,
    newsletterList: text,
    variantId: rule<Configuration['variantId']>(
      (kind) => kind === 'id' || kind === 'sku' || typeof kind === 'function',
      'id, sku or a function',
    ),
    product: rule<Configuration['product']>(
      (product) => !product || typeof product === 'object' || typeof product === 'function',
      'product data or a function',
    ),
    stockLabel: selector,
    soldOutSwatches: flag,
    listing: flag,
    graphql: own,
    storeCode: text,
    checkStock: flag,
    customerEmail: flag,
    mark: text,
    trigger: group({
      classes: text,
      align: oneOf('start', 'center', 'end'),
      margin: css,
      width: css,
      anchor: selector,
      placement: oneOf('after', 'before', 'inside', 'instead'),
      hideAddToCart: flag,
    }),
    modal: group(each(DEFAULTS.modal, css)),
    texts: group(each(DEFAULTS.texts, text)),
    on: group(each(DEFAULTS.on, callback)),
  });
}

/**
 * Parses what the merchant wrote, in one or several sources of which a later one wins key by key.
 * A mistake gives one console message with path, problem and remedy, and undefined; unknown keys give
 * a warning and are left out.
 */
export function parseConfiguration(sources: readonly unknown[]): Configuration | undefined {
  const unknown: string[] = [];
  const settings = mergeOptions(DEFAULTS, sources, unknown);
  if (unknown[0]) tell(`unknown settings: ${unknown.join(', ')}`, 'warn');
  const { value, issues } = parse(createSchema(settings.api), settings);
  const mistakes = issues?.map(({ path, message }) => {
    const given = path.reduce<unknown>((part, key) => (part as never)[key], settings);
    const shown = `${given ?? ''}`;
    const problem = shown ? `cannot be "${shown}"` : 'is missing';
    return `${path.join('.')} ${problem}. Give ${message}.`;
  });
  if (mistakes) tell(mistakes.join('\n'));
  return value;
}

/** Sent over plain HTTP to another machine, a shopper's e-mail could be read on the way. */
function isAllowedEndpoint(address: string): unknown {
  const { protocol, origin, hostname } = new URL(address, location.href);
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1])$/.test(hostname);
  const isNear = protocol === 'http:' && (origin === location.origin || isLoopback);
  return !address || protocol === 'https:' || isNear;
}

/** Functions of colours and lengths, which load nothing. */
const HARMLESS =
  /^(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark|calc|min|max|clamp|round|var|env)$/i;

/** Whether a CSS value calls no function but those, also within `var()`. An escape could hide another name. */
function loadsNothing(value: string): boolean {
  const calls = `${value}`.matchAll(/([^\s(),/*+]*)\(/g);
  return !`${value}`.includes('\\') && [...calls].every(([, name]) => !name || HARMLESS.test(name));
}
