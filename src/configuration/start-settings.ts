import { mergeOptions } from './merge-options.ts';
import type { Configuration } from './options.ts';

/** Those that are shown before there is a form. */
export const START_TEXTS = {
  trigger: 'Notify me when available',
  triggerDropdown: 'Sold out? Notify me when available',
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
  formUrl: '',
  trigger: {
    classes: 'action primary btn btn-primary',
    align: 'start',
    margin: '0.5rem 0 1rem',
    width: 'auto',
    anchor: '',
    placement: 'after',
    hideAddToCart: false,
  } as Configuration['trigger'],
  texts: START_TEXTS,
  on: { shown: undefined as Configuration['on']['shown'] },
};

/** The settings that the start needs, before the form comes with the whole configuration. */
export type StartSettings = typeof START_DEFAULTS;

/**
 * Reads them without checking more than the kind of a value: what cannot be used counts as left out, until the form says
 * what is wrong with it.
 */
export function readStartSettings(sources: readonly unknown[]): StartSettings {
  const settings = mergeOptions(START_DEFAULTS, sources, undefined, isOfKind) as StartSettings;
  const isKnown = typeof settings.variantId === 'function' || settings.variantId === 'sku';
  return isKnown ? settings : { ...settings, variantId: undefined };
}

/** A text may be given as a number, and a number as a text. */
function isOfKind(value: unknown, standard: unknown): boolean {
  const isWritten = (given: unknown) => /^(string|number)$/.test(typeof given);
  return (
    standard === undefined ||
    typeof value === typeof standard ||
    (isWritten(value) && isWritten(standard))
  );
}
