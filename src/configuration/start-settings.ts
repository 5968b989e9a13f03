import type { Configuration } from './options.ts';

/** The texts that the widget shows before the form has loaded. */
export const START_TEXTS = {
  trigger: 'Notify me when available',
  hint: '{attributes} sold out? Get notified',
  onList: 'You are on the list',
  soldOutOption: '{option}, sold out, notify me',
  sending: 'One moment…',
  notLoaded: 'This did not load. Try again',
};

/** The settings that the start needs, with their defaults. */
export const START_DEFAULTS = {
  apiKey: '',
  store: '',
  variantId: undefined as Configuration['variantId'] | undefined,
  product: undefined,
  stockLabel: '',
  soldOutSwatches: true,
  listing: false,
  checkStock: false,
  rememberDays: 90,
  formUrl: '',
  locale: '',
  trigger: {
    classes: 'action primary btn btn-primary',
    align: 'start',
    margin: '0.5rem 0 1rem',
    width: 'auto',
    anchor: '',
    placement: 'after',
    hideAddToCart: false,
    hint: 'link',
    hintClasses: '',
  } as Configuration['trigger'],
  texts: START_TEXTS,
  on: { shown: undefined as Configuration['on']['shown'] },
};

/** The settings that the start needs, before the form comes with the whole configuration. */
export type StartSettings = typeof START_DEFAULTS;

/**
 * Reads the settings and checks only the type of each value. It ignores a value of the wrong type; the form logs the
 * problem later.
 */
export function readStartSettings(sources: readonly unknown[]): StartSettings {
  const settings = mergeOptions(START_DEFAULTS, sources, undefined, isOfKind) as StartSettings;
  const isKnown = typeof settings.variantId === 'function' || settings.variantId === 'sku';
  return isKnown ? settings : { ...settings, variantId: undefined };
}

/** Whether a value has the type of its default. A number may replace a text, and a text a number. */
function isOfKind(value: unknown, standard: unknown): boolean {
  const isWritten = (given: unknown) => /^(string|number)$/.test(typeof given);
  return (
    standard === undefined ||
    typeof value === typeof standard ||
    (isWritten(value) && isWritten(standard))
  );
}

type Settings = Readonly<Record<string, unknown>>;

/** Whether a value can replace a default. */
export type IsTaken = (value: unknown, standard: unknown) => boolean;

/**
 * Merges the merchant's settings over the defaults, later sources over earlier ones, key by key. It takes only keys that
 * the defaults have, and adds the paths of all others to `unknown`, if that is given.
 *
 * @param isTaken Default: every value can replace a default.
 */
export function mergeOptions(
  defaults: object,
  sources: readonly unknown[],
  unknown: string[] | undefined,
  isTaken?: IsTaken,
  path = '',
): Settings {
  const standards = defaults as Settings;
  const merged: Record<string, unknown> = { ...standards };
  const written = collect(standards, sources, isTaken, unknown, path);
  for (const [key, values] of Object.entries(written)) {
    const standard = standards[key];
    const last = values.at(-1);
    const isGroup = isSettings(standard) && isSettings(last);
    merged[key] = isGroup
      ? mergeOptions(standard, values, unknown, isTaken, `${path}${key}.`)
      : last;
  }
  return merged;
}

/** Collects the values that the sources give for each key, in the order of the sources. */
function collect(
  standards: Settings,
  sources: readonly unknown[],
  isTaken: IsTaken | undefined,
  unknown: string[] | undefined,
  path: string,
): Readonly<Record<string, readonly unknown[]>> {
  const written: Record<string, unknown[]> = {};
  for (const source of sources) {
    for (const [key, value] of isSettings(source) ? Object.entries(source) : []) {
      const isKnown = Object.hasOwn(standards, key);
      if (!isKnown && !unknown?.includes(path + key)) unknown?.push(path + key);
      // PHP prints null for a setting that is not set.
      if (!isKnown || value == null || isTaken?.(value, standards[key]) === false) continue;
      written[key] = [...(written[key] ?? []), value];
    }
  }
  return written;
}

function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null;
}
