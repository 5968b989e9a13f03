import { type AdminSettings, readAdminSettings } from './admin-settings.ts';

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
