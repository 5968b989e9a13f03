import type { Sandbox } from '../../demo/sandbox/sandbox.ts';
import type { Api } from '../../src/subscribe/transports.ts';

/** A way in which a subscription goes, and what the sandbox makes of it. */
export interface Transport {
  readonly api: Api;
  /** Where it arrives: at the sandbox, for the relay at the shop. */
  readonly path: string;
  /** What of the event reaches the sandbox; the current API knows no store views. */
  readonly event: { readonly store?: string };
}

export const ONSITE: Transport = {
  api: 'onsite',
  path: '/onsite/components/back-in-stock/subscribe',
  event: { store: '1' },
};

export const CLIENT: Transport = {
  api: 'client',
  path: '/client/back-in-stock-subscriptions',
  event: {},
};

export const RELAY: Transport = {
  api: 'relay',
  path: '/back-in-stock/subscribe',
  event: { store: '1' },
};

export const TRANSPORTS = [ONSITE, CLIENT, RELAY] as const;

/** The subscriptions that have arrived; not what a browser asks before it sends one. */
export function listPosts({ requests }: Sandbox) {
  return requests.filter(({ method }) => method === 'POST');
}
