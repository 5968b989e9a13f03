import { DEFAULT_CATALOGUE, DEFAULT_RETRIES, DEFAULT_TIMEOUT } from '../subscribe/endpoints.ts';
import type { Configuration } from './options.ts';
import { DEFAULT_TEXTS } from './texts.ts';

/** Every setting with its default; a key that is not here is not a setting. */
export const DEFAULTS: Configuration = {
  apiKey: '',
  store: '',
  api: 'onsite',
  endpoint: '',
  timeout: DEFAULT_TIMEOUT,
  retries: DEFAULT_RETRIES,
  outbox: true,
  catalogue: DEFAULT_CATALOGUE,
  newsletterList: '',
  variantId: 'id',
  product: undefined,
  stockLabel: '',
  soldOutSwatches: true,
  listing: false,
  graphql: '/graphql',
  storeCode: '',
  checkStock: false,
  customerEmail: false,
  mark: '',
  trigger: {
    classes: 'action primary btn btn-primary',
    align: 'start',
    margin: '0.5rem 0 1rem',
    width: 'auto',
    anchor: '',
    placement: 'after',
    hideAddToCart: false,
  },
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
  },
};
