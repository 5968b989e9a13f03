type Settings = Readonly<Record<string, unknown>>;

function isGroup(value: unknown): value is Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The one text that a merchant can do without. */
const MAY_BE_EMPTY = 'body';

/**
 * The settings without those of the admin's fields that are empty, and without groups that are: the module does not
 * print them, so that the widget takes its own default.
 */
export function leaveOutCleared(settings: Settings, ofAdmin: Settings): Settings {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(settings)) {
    const field = ofAdmin[name];
    if (isGroup(field) && isGroup(value)) {
      const group = leaveOutCleared(value, field);
      if (Object.keys(group).length > 0) kept[name] = group;
    } else if (value !== '' || field === undefined || name === MAY_BE_EMPTY) {
      kept[name] = value;
    }
  }
  return kept;
}
