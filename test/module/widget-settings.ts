import { listSettings } from '../../build/settings/list-settings.ts';
import type { SCRIPT_PAGES } from '../../demo/page/page-request.ts';
import {
  type Configuration,
  DEFAULTS,
  type TriggerOptions,
} from '../../src/configuration/options.ts';

const WITH_FIELD = listSettings().filter(({ field }) => field);

/** The texts that have a field in the admin, and what the widget calls them. */
export const ADMIN_TEXTS: Readonly<Record<string, string>> = Object.fromEntries(
  WITH_FIELD.filter(({ group }) => group === 'texts').map(({ field, name }) => [field, name]),
);

/** Every field of the admin that is a setting of the widget, and what the widget calls it. */
export const WIDGET_SETTINGS: Readonly<Record<string, string>> = Object.fromEntries(
  WITH_FIELD.map(({ field, path }) => [field, path]),
);

/** The widget's default of a setting, for example of `trigger.anchor`. */
export function findDefault(setting: string): unknown {
  return setting.split('.').reduce<unknown>((part, key) => {
    if (!Object.hasOwn(Object(part), key)) throw new Error(`the widget has no ${setting}`);
    return Object(part)[key];
  }, DEFAULTS);
}

/** What a setting may be, all of it: the types see to that. */
export const CHOICES: Readonly<Record<string, Readonly<Record<string, true>>>> = {
  api: { onsite: true, client: true, relay: true } satisfies Record<Configuration['api'], true>,
  variantId: { id: true, sku: true } satisfies Record<
    Extract<Configuration['variantId'], string>,
    true
  >,
  'trigger.placement': {
    after: true,
    before: true,
    inside: true,
    instead: true,
  } satisfies Record<TriggerOptions['placement'], true>,
  'trigger.hint': { link: true, button: true, none: true } satisfies Record<
    TriggerOptions['hint'],
    true
  >,
  rememberEmail: { session: true, local: true, off: true } satisfies Record<
    Configuration['rememberEmail'],
    true
  >,
};

/** The same of what only the server needs, by the path of its field. */
export const SERVER_CHOICES: Readonly<Record<string, Readonly<Record<string, true>>>> = {
  'pages/script': { sold_out: true, products: true, every: true } satisfies Record<
    (typeof SCRIPT_PAGES)[number],
    true
  >,
};

/** The options in which a setting, for example `trigger.anchor`, is this value. */
export const writeOptions = (setting: string, value: unknown): object =>
  setting.split('.').reduceRight<unknown>((part, key) => ({ [key]: part }), value) as object;
