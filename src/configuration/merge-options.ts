import { at } from '../product/doubtful.ts';

type Settings = Readonly<Record<string, unknown>>;

/**
 * Lays what the merchant wrote over the defaults, later sources over earlier ones, key by key. Only
 * keys that the defaults have are taken; the paths of all others go into `unknown`.
 */
export function mergeOptions(
  defaults: object,
  sources: readonly unknown[],
  unknown: string[],
  path = '',
): Settings {
  const written = sources.filter(isSettings);
  for (const key of new Set(written.flatMap(Object.keys))) {
    if (!Object.hasOwn(defaults, key)) unknown.push(path + key);
  }
  return Object.fromEntries(
    Object.entries(defaults).map(([key, standard]) => {
      // null is how PHP prints a setting that is not set.
      const values = written.map((source) => at(source, key)).filter((value) => value != null);
      const last = values.at(-1) ?? standard;
      const isGroup = isSettings(standard) && isSettings(last);
      return [key, isGroup ? mergeOptions(standard, values, unknown, `${path}${key}.`) : last];
    }),
  );
}

function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null;
}
