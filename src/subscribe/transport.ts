import type { Answered } from '../request.ts';
import type { ValidSubscription } from '../validation/subscription.ts';
import { clientTransport } from './client-transport.ts';
import { CLIENT_ENDPOINT, FRONT_END_ENDPOINT, RELAY_ENDPOINT } from './endpoints.ts';
import { formTransport } from './form-transport.ts';
import type { Result } from './result.ts';

/** A request by POST, ready to be sent. */
export interface Message {
  readonly address: string;
  readonly headers: Record<string, string>;
  readonly body: string | URLSearchParams;
}

/** One way to subscribe: how it is said, and what the answer to it means. */
export interface Transport {
  write(subscription: ValidSubscription, endpoint: string): Message;
  read(answer: Answered): Result;
  /** The subscription to the newsletter, where it is a request of its own. */
  writeNewsletter?(subscription: ValidSubscription, endpoint: string): Message;
}

/** Each `api` with its transport, and where it is sent to unless a setting says otherwise. */
export const TRANSPORTS = {
  /** The documented front-end request. */
  onsite: { ...formTransport, endpoint: FRONT_END_ENDPOINT },
  /** Klaviyo's current API. */
  client: { ...clientTransport, endpoint: CLIENT_ENDPOINT },
  /** The same form to an address of the shop's own, which passes it on. */
  relay: { ...formTransport, endpoint: RELAY_ENDPOINT },
} as const satisfies Readonly<Record<string, Transport & { readonly endpoint: string }>>;

/** How subscriptions are sent. */
export type Api = keyof typeof TRANSPORTS;
