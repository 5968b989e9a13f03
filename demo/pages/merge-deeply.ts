type Settings = Readonly<Record<string, unknown>>;

function isSettings(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lays one object over another one, key by key; `null` takes a key away. */
export function mergeDeeply(below: Settings, above: Settings): Settings {
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const previous = merged[key];
    if (value === null) delete merged[key];
    else
      merged[key] =
        isSettings(previous) && isSettings(value) ? mergeDeeply(previous, value) : value;
  }
  return merged;
}
