import { at } from '../product/doubtful.ts';

type Settings = Readonly<Record<string, unknown>>;

/**
 * Lays what the merchant wrote over the defaults, later sources over earlier ones, key by key. Only
 * keys that the defaults have are taken; the paths of all others go into `unknown`.
 *
 * @param isTaken Whether a value can stand in the place of a default. Default: every value can.
 */
export function mergeOptions(
  defaults: object,
  sources: readonly unknown[],
  unknown: string[],
  isTaken: (value: unknown, standard: unknown) => boolean = () => true,
  path = '',
): Settings {
  const written = sources.filter(isSettings);
  for (const key of new Set(written.flatMap(Object.keys))) {
    if (!Object.hasOwn(defaults, key)) unknown.push(path + key);
  }
  return Object.fromEntries(
    Object.entries(defaults).map(([key, standard]) => {
      // null is how PHP prints a setting that is not set.
      const values = written
        .map((source) => at(source, key))
        .filter((value) => value != null && isTaken(value, standard));
      const last = values.at(-1) ?? standard;
      const isGroup = isSettings(standard) && isSettings(last);
      return [
        key,
        isGroup ? mergeOptions(standard, values, unknown, isTaken, `${path}${key}.`) : last,
      ];
    }),
  );
}

function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null;
}
