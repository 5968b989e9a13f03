import type { ValidSubscription } from '../validation/subscription.ts';
import { parseAnswer, readText, readUndocumented } from './answer.ts';
import type { Message, Transport } from './transport.ts';

/** The version of the API that this is written for. */
const REVISION = '2026-07-15';

/** What an error points at (`"/data/attributes/profile/data/attributes/email"`), by our name of the field. */
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
    const messages = Array.isArray(errors) && status < 500 ? errors.map(readText) : [];
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
