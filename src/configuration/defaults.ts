import { DEFAULT_CATALOGUE, DEFAULT_RETRIES, DEFAULT_TIMEOUT } from '../subscribe/endpoints.ts';
import type { Configuration } from './options.ts';
import { START_DEFAULTS } from './start-settings.ts';
import { DEFAULT_TEXTS } from './texts.ts';

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
  mark: '',
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
