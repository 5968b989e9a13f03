import type { Mistake, Subscription, ValidSubscription } from '../validation/subscription.ts';
import { parseAnswer, readText, readUndocumented } from './answer.ts';
import type { Message, Transport } from './transport.ts';

/** The version of the API that this is written for. */
const REVISION = '2026-07-15';

/** What an error's `source` points at ("/data/attributes/profile/data/attributes/email"), by our name of the field. */
const FIELDS = { email: /email/, variant: /variant/, a: /company_id/ } as const;

interface ClientError {
  readonly source?: unknown;
  readonly detail?: unknown;
}

/** Klaviyo's current API for browsers: JSON:API, 202 without a body, errors that point at a field. */
export const clientTransport: Transport = {
  write(subscription, endpoint) {
    const id = `$magento_two:::${subscription.catalogue}:::${subscription.variant}`;
    return writeMessage(endpoint, subscription, {
      type: 'back-in-stock-subscription',
      attributes: { channels: ['EMAIL'], profile: profileOf(subscription) },
      relationships: { variant: { data: { type: 'catalog-variant', id } } },
    });
  },

  writeNewsletter: (subscription, endpoint) =>
    writeMessage(endpoint.replace(/[^/]*$/, 'subscriptions'), subscription, {
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
    const { errors } = (parseAnswer(body) ?? {}) as { readonly errors?: unknown };
    const mistakes: Partial<Record<keyof Subscription, Mistake>> = {};
    const messages: string[] = [];
    for (const error of Array.isArray(errors) && status < 500 ? errors : []) {
      const { source, detail }: ClientError = Object(error);
      messages.push(readText(detail));
      for (const [field, pattern] of Object.entries(FIELDS)) {
        if (pattern.test(readText(source))) mistakes[field as keyof typeof FIELDS] = 'malformed';
      }
    }
    return Object.keys(mistakes).length
      ? { ok: false, reason: 'refused', messages, mistakes }
      : readUndocumented(answer);
  },
};

const profileOf = ({ email }: ValidSubscription, others?: object) => ({
  data: { type: 'profile', attributes: { email, ...others } },
});

function writeMessage(endpoint: string, { a }: ValidSubscription, data: object): Message {
  return {
    address: `${endpoint}?company_id=${encodeURIComponent(a)}`,
    headers: { 'Content-Type': 'application/vnd.api+json', revision: REVISION },
    body: JSON.stringify({ data }),
  };
}
