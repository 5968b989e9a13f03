import { readDefaults } from '../../build/module/module-settings.ts';
import { isGroup, type Settings } from '../page/widget-settings.ts';

/**
 * Every setting for which the admin of the module has a field, in the order in which the module prints them
 * (magento/Model/WidgetConfiguration.php), for a merchant who has chosen the transport and left the rest as it is.
 */
export function describeConfiguration(chosenApi: unknown): Settings {
  const read = readAdminSettings();
  const isOn = (group: string, field: string): boolean => read(group, field) === '1';
  const api = chosenApi ?? read('general', 'api');
  return {
    store: '1',
    storeCode: 'default',
    locale: 'off',
    api,
    ...describeSending(api, read),
    variantId: read('general', 'variant_id'),
    soldOutSwatches: isOn('pages', 'sold_out_swatches'),
    listing: isOn('pages', 'listing'),
    newsletterList: read('form', 'newsletter_list'),
    multiple: isOn('form', 'multiple'),
    rememberDays: Number(read('form', 'remember_days')),
    rememberEmail: read('form', 'remember_email'),
    trigger: {
      anchor: read('button', 'anchor'),
      placement: read('button', 'placement'),
      classes: read('button', 'classes'),
      hideAddToCart: isOn('button', 'hide_add_to_cart'),
      hint: read('button', 'hint'),
      hintClasses: read('button', 'hint_classes'),
    },
    modal: {
      image: isOn('form', 'image'),
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

/** The settings that only one of the transports needs. */
function describeSending(api: unknown, read: AdminSettings): Settings {
  if (api === 'client') return { catalogue: read('general', 'catalogue') };
  // Magento's addresses end with a slash.
  return api === 'relay' ? { endpoint: '/back-in-stock/subscribe/' } : {};
}

/** Returns the value of a field of the admin by its group and its name, such as `button` and `text`. */
type AdminSettings = (group: string, field: string) => string;

/** Reads the fields as they are before a merchant has changed anything. */
function readAdminSettings(): AdminSettings {
  const defaults = readDefaults();
  return (group, field) => {
    const value = defaults[`${group}/${field}`];
    if (value === undefined) throw new Error(`The admin has no field ${group}/${field}.`);
    return value;
  };
}

/** The one text that a merchant may leave empty. */
const MAY_BE_EMPTY = 'body';

/**
 * Leaves out the admin's fields that are empty, and groups in which nothing is left. The module does not print them, so
 * that the widget uses its own default.
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
