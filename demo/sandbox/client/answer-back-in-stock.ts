import { z } from 'zod';
import { isKnownVariant } from '../../catalogue/is-known-variant.ts';
import { recordSubscription } from '../record-subscription.ts';
import { createClientAnswerer } from './create-client-answerer.ts';
import { email } from './email.ts';

/** "integration:::catalog:::external id" */
const VARIANT_ID = /^([^:]+):::([^:]+):::(.+)$/;

const schema = z.object({
  data: z.object({
    type: z.literal('back-in-stock-subscription'),
    attributes: z.object({
      channels: z.array(z.enum(['EMAIL', 'SMS', 'PUSH', 'WHATSAPP'])).min(1),
      profile: z.object({
        data: z.object({ type: z.literal('profile'), attributes: z.object({ email }) }),
      }),
    }),
    relationships: z.object({
      variant: z.object({
        data: z.object({
          type: z.literal('catalog-variant'),
          id: z.string().regex(VARIANT_ID, 'Not an id such as $magento_two:::$default:::64814'),
        }),
      }),
    }),
  }),
});

/** Subscribes in the current API. As in the form endpoints, whatever is not in the catalogue is accepted in silence. */
export const answerBackInStock = createClientAnswerer({
  path: '/client/back-in-stock-subscriptions',
  schema,
  record: ({ data: { attributes, relationships } }, store) => {
    const [, integration, catalogue, variant = ''] =
      VARIANT_ID.exec(relationships.variant.data.id) ?? [];
    if (integration !== '$magento_two') return 'no event: integration is not $magento_two';
    if (catalogue !== '$default') return 'no event: catalogue is not $default';
    if (!isKnownVariant(variant)) return 'no event: unknown variant';
    return recordSubscription({ email: attributes.profile.data.attributes.email, variant }, store);
  },
});
