import { readDefaults } from '../../build/module/module-settings.ts';

type Settings = Readonly<Record<string, unknown>>;

/** What only one of the transports needs. */
function describeSending(api: unknown, read: AdminSettings): Settings {
  if (api === 'client') return { catalogue: read('general', 'catalogue') };
  // Magento ends its addresses with a slash.
  return api === 'relay' ? { endpoint: '/back-in-stock/subscribe/' } : {};
}

/**
 * Every setting that the module's admin has a field for, in the order in which it prints them
 * (magento/Model/WidgetConfiguration.php), of a merchant who has chosen the transport and left the rest as it is.
 */
export function describeConfiguration(chosenApi: unknown): Settings {
  const read = readAdminSettings();
  const isOn = (group: string, field: string): boolean => read(group, field) === '1';
  const api = chosenApi ?? read('general', 'api');
  return {
    store: '1',
    storeCode: 'default',
    api,
    ...describeSending(api, read),
    variantId: read('general', 'variant_id'),
    soldOutSwatches: isOn('pages', 'sold_out_swatches'),
    listing: isOn('pages', 'listing'),
    newsletterList: read('form', 'newsletter_list'),
    trigger: {
      anchor: read('button', 'anchor'),
      placement: read('button', 'placement'),
      classes: read('button', 'classes'),
      hideAddToCart: isOn('button', 'hide_add_to_cart'),
    },
    modal: {
      accent: read('colours', 'accent'),
      contrast: read('colours', 'contrast'),
      background: read('colours', 'background'),
      text: read('colours', 'text'),
      backdrop: read('colours', 'backdrop'),
    },
    texts: {
      trigger: read('button', 'text'),
      headline: read('form', 'headline'),
      success: read('form', 'success'),
      newsletter: read('form', 'newsletter'),
      consent: read('form', 'consent'),
      body: read('form', 'body'),
    },
  };
}

/** Gives what a field of the admin holds, by its group and its name: `button`, `text`. */
export type AdminSettings = (group: string, field: string) => string;

/** Reads what the admin holds before a merchant has changed anything. */
export function readAdminSettings(): AdminSettings {
  const defaults = readDefaults();
  return (group, field) => {
    const value = defaults[`${group}/${field}`];
    if (value === undefined) throw new Error(`The admin has no field ${group}/${field}.`);
    return value;
  };
}

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
