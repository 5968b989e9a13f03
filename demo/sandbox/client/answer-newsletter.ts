import { z } from 'zod';
import { recordConsent } from '../record-consent.ts';
import { createClientAnswerer } from './create-client-answerer.ts';
import { email } from './email.ts';

const marketing = z.object({ consent: z.literal('SUBSCRIBED') });

const schema = z.object({
  data: z.object({
    type: z.literal('subscription'),
    attributes: z.object({
      profile: z.object({
        data: z.object({
          type: z.literal('profile'),
          attributes: z.object({
            email,
            subscriptions: z.object({ email: z.object({ marketing }) }),
          }),
        }),
      }),
    }),
    relationships: z.object({
      list: z.object({ data: z.object({ type: z.literal('list'), id: z.string().min(1) }) }),
    }),
  }),
});

/** Consents to a newsletter in the current API, where that is a call of its own. */
export const answerNewsletter = createClientAnswerer({
  path: '/client/subscriptions',
  schema,
  record: ({ data: { attributes, relationships } }, store) =>
    recordConsent(
      { email: attributes.profile.data.attributes.email, list: relationships.list.data.id },
      store,
    ),
});
