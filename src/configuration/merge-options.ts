type Settings = Readonly<Record<string, unknown>>;

/** Whether a value can stand in the place of a default. */
export type IsTaken = (value: unknown, standard: unknown) => boolean;

/**
 * Lays what the merchant wrote over the defaults, later sources over earlier ones, key by key. Only
 * keys that the defaults have are taken; the paths of all others go into `unknown`, if anyone wants them.
 *
 * @param isTaken Default: every value can stand in the place of a default.
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

/** What the sources say of each key, in their order. */
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
      // null is how PHP prints a setting that is not set.
      if (!isKnown || value == null || isTaken?.(value, standards[key]) === false) continue;
      written[key] = [...(written[key] ?? []), value];
    }
  }
  return written;
}

function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null;
}
