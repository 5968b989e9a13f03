import { CLIENT_ENDPOINT } from '../../src/subscribe/transport.ts';
import { clientTransport } from '../../src/subscribe/transports.ts';
import type { Client } from './client.ts';

/**
 * What most snippets do: send, and after a failure wait for a fixed time and send again.
 *
 * @param retries How often at most.
 * @param pause How long it waits, in milliseconds; 0: not at all.
 */
export function createNaiveClient(retries: number, pause: number): Client {
  return {
    press(_page, subscription) {
      const { address, ...init } = clientTransport.write(subscription, CLIENT_ENDPOINT);
      void (async () => {
        for (let count = 0; count <= retries; count += 1) {
          const response = await fetch(address, { method: 'POST', ...init });
          if (response.ok) return;
          if (pause) await new Promise((resolve) => setTimeout(resolve, pause));
        }
      })();
    },
  };
}
