import type { subscribe } from '../../src/entries/subscribe.ts';
import type { Client } from './client.ts';

/** `magento-back-in-stock/subscribe` alone, which sends again and keeps nothing. */
export function createPublishedClient(send: typeof subscribe): Client {
  return {
    press(_page, subscription) {
      void send(subscription, { api: 'client' });
    },
  };
}
