import type { ValidSubscription } from '../validation/subscription.ts';
import { parseAnswer, type Result, readUndocumented, writeValue } from './result.ts';
import {
  CLIENT_ENDPOINT,
  FRONT_END_ENDPOINT,
  type Message,
  RELAY_ENDPOINT,
  type Transport,
} from './transport.ts';

/**
 * The documented URL-encoded form ("Set up back in stock for Magento 2"), without headers that would need a preflight.
 * The document does not give the HTTP status of its three answers, so the body decides. The status decides only when the
 * body matches no documented answer.
 */
export const formTransport: Transport = {
  write({ a, email, variant, platform, store, g }, address) {
    const body = new URLSearchParams({ a, email, variant, platform, store });
    if (g) {
      // Klaviyo's own snippet for other platforms sends a ticked newsletter box this way.
      body.set('g', g);
      body.set('subscribe_for_newsletter', 'true');
    }
    return { address, headers: {}, body };
  },
  read: (answer) => readDocumented(parseAnswer(answer.body)) ?? readUndocumented(answer),
};

/** The fields that distinguish the documented answers of the endpoint. */
interface DocumentedAnswer {
  readonly success?: unknown;
  readonly errors?: unknown;
  readonly status?: unknown;
  readonly message?: unknown;
}

function readDocumented({
  success,
  errors,
  status,
  message,
}: DocumentedAnswer = {}): Result | undefined {
  if (success === true) return { ok: true };
  if (success === false && Array.isArray(errors)) {
    return { ok: false, reason: 'refused', messages: errors.map(writeValue) };
  }
  if (status === 400 && typeof message === 'string') {
    // "There was something wrong with your request: * email * This field is required."
    return { ok: false, reason: 'fieldMissing', field: /\*\s*(\w+)/.exec(message)?.[1] ?? '' };
  }
  return undefined;
}

/** The version of the API that this code is written for. */
const REVISION = '2026-07-15';

/** Matches the pointer of an error (`"/data/attributes/profile/data/attributes/email"`) to our name of the field. */
const FIELDS = { email: /\/email"/, variant: /\/variant[/"]/ } as const;

/** Klaviyo's current API for browsers: JSON:API, 202 without a body, errors that point at a field. */
export const clientTransport: Transport = {
  write(subscription, endpoint) {
    const id = `$magento_two:::${subscription.catalogue}:::${subscription.variant}`;
    return writeMessage(locate(endpoint), subscription, {
      type: 'back-in-stock-subscription',
      attributes: { channels: ['EMAIL'], profile: profileOf(subscription) },
      relationships: { variant: { data: { type: 'catalog-variant', id } } },
    });
  },

  writeNewsletter: (subscription, endpoint) =>
    writeMessage(new URL('subscriptions', locate(endpoint)), subscription, {
      type: 'subscription',
      attributes: {
        profile: profileOf(subscription, {
          subscriptions: { email: { marketing: { consent: 'SUBSCRIBED' } } },
        }),
      },
      relationships: { list: { data: { type: 'list', id: subscription.g } } },
    }),

  read(answer) {
    const { status, body } = answer;
    if (status === 202) return { ok: true };
    const { errors } = Object(parseAnswer(body)) as { readonly errors?: unknown };
    const messages = Array.isArray(errors) && status < 500 ? errors.map(writeValue) : [];
    const wrong = Object.entries(FIELDS).filter(([, pattern]) => pattern.test(messages.join()));
    const mistakes = wrong.length
      ? Object.fromEntries(wrong.map(([field]) => [field, 'malformed' as const]))
      : undefined;
    return mistakes || (status === 400 && messages.length)
      ? { ok: false, reason: 'refused', messages, mistakes }
      : readUndocumented(answer);
  },
};

const profileOf = ({ email }: ValidSubscription, others?: object) => ({
  data: { type: 'profile', attributes: { email, ...others } },
});

const locate = (endpoint: string) => new URL(endpoint, globalThis.location?.href);

function writeMessage(address: URL, { a }: ValidSubscription, data: object): Message {
  address.searchParams.set('company_id', a);
  return {
    address: address.href,
    headers: { 'Content-Type': 'application/vnd.api+json', revision: REVISION },
    body: JSON.stringify({ data }),
  };
}

/** Each `api` with its transport and its default endpoint. */
export const TRANSPORTS = {
  /** The documented front-end request. */
  onsite: { ...formTransport, endpoint: FRONT_END_ENDPOINT },
  /** Klaviyo's current API. */
  client: { ...clientTransport, endpoint: CLIENT_ENDPOINT },
  /** The same form, sent to the shop's own address, which forwards it. */
  relay: { ...formTransport, endpoint: RELAY_ENDPOINT },
} as const satisfies Readonly<Record<string, Transport & { readonly endpoint: string }>>;

/** The API that subscriptions are sent to. */
export type Api = keyof typeof TRANSPORTS;
