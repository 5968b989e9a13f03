import { DEFAULTS } from '../../src/configuration/options.ts';
import { listKept } from '../../src/subscribe/kept.ts';
import { createOutbox } from '../../src/subscribe/outbox.ts';
import type { Client } from './client.ts';

const CONFIGURATION = { ...DEFAULTS, api: 'client' } as const;

const VARIANT = { id: '2003', sku: 'TRAIL-RED-42', options: {}, salable: false };
const PRODUCT = { id: '2000', name: 'Trail Runner', type: 'simple', attributes: [] };
const OFFER = { product: { ...PRODUCT, variants: [VARIANT] }, variants: [VARIANT] };

/** The widget from the press on: the outbox, connected as in `form.ts` and used as in `ui/modal.tsx`. */
export const widget: Client = {
  press(page, subscription) {
    const outbox = createOutbox(CONFIGURATION, { answered() {} });
    outbox.sendKept();
    const { signal } = new AbortController();
    void outbox.deliver(subscription, OFFER, { signal, onRetry() {} }).then(() => {
      page.stage = 'open';
    });
  },
  view() {
    if (listKept().length) createOutbox(CONFIGURATION, { answered() {} }).sendKept();
  },
};
