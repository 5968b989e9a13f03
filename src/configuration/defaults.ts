import { DEFAULT_CATALOGUE, DEFAULT_RETRIES, DEFAULT_TIMEOUT } from '../subscribe/endpoints.ts';
import type { Configuration } from './options.ts';
import { DEFAULT_TEXTS, START_TEXTS } from './texts.ts';

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
  mark: '',
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

/** Every setting with its default; a key that is not here is not a setting. */
export const DEFAULTS: Configuration = {
  ...START_DEFAULTS,
  variantId: 'id',
  api: 'onsite',
  endpoint: '',
  timeout: DEFAULT_TIMEOUT,
  retries: DEFAULT_RETRIES,
  outbox: true,
  catalogue: DEFAULT_CATALOGUE,
  newsletterList: '',
  graphql: '/graphql',
  storeCode: '',
  customerEmail: false,
  modal: {
    accent: '',
    contrast: '',
    background: '',
    text: '',
    backdrop: '',
    radius: '',
    width: '',
  },
  texts: DEFAULT_TEXTS,
  on: {
    shown: undefined,
    opened: undefined,
    closed: undefined,
    subscribed: undefined,
    failed: undefined,
    expired: undefined,
  },
};
