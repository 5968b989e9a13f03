import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { isAcceptableEmail, PUBLIC_KEY } from './account.ts';
import type { Answer, Answerer, Call } from './answerers.ts';
import type { SandboxStore } from './store.ts';

const email = z.string().refine(isAcceptableEmail, 'Invalid e-mail address');

/** An id is integration, catalogue and external id. */
const VARIANT_ID = /^([^:]+):::([^:]+):::(.+)$/;

const subscriptionSchema = z.object({
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

/** Subscribes in the current API, which also accepts variants that are not in the catalogue, and does nothing for them. */
export const answerBackInStock = createClientAnswerer({
  path: '/client/back-in-stock-subscriptions',
  schema: subscriptionSchema,
  record: ({ data: { attributes, relationships } }, store) => {
    const [, integration, catalogue, variant = ''] =
      VARIANT_ID.exec(relationships.variant.data.id) ?? [];
    if (integration !== '$magento_two') return 'no event: integration is not $magento_two';
    if (catalogue !== '$default') return 'no event: catalogue is not $default';
    return store.subscribe({ email: attributes.profile.data.attributes.email, variant });
  },
});

const marketing = z.object({ consent: z.literal('SUBSCRIBED') });

const newsletterSchema = z.object({
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

/** Consents to a newsletter. In the current API that is a separate call. */
export const answerNewsletter = createClientAnswerer({
  path: '/client/subscriptions',
  schema: newsletterSchema,
  record: ({ data: { attributes, relationships } }, store) =>
    store.consent({
      email: attributes.profile.data.attributes.email,
      list: relationships.list.data.id,
    }),
});

interface ClientEndpoint<Body> {
  readonly path: string;
  readonly schema: z.ZodType<Body>;
  /** Does what a correct body asks for, and returns a note about it. */
  record(body: Body, store: SandboxStore): string;
}

/** An endpoint of the current API for browsers. It takes JSON:API, and answers with 202 and no body. */
function createClientAnswerer<Body>(endpoint: ClientEndpoint<Body>): Answerer {
  const { path, schema, record } = endpoint;
  return {
    matches: (call) => call.method === 'POST' && call.path === path,
    answer: (call, store) => {
      const refused = refuseCall(call);
      if (refused) return refused;
      const { data, error } = schema.safeParse(parse(call.body));
      if (error) {
        const errors = error.issues.map((issue) => {
          const pointer = `/${issue.path.join('/') || 'data'}`;
          const detail = `${pointer}: ${issue.message}.`;
          return { code: 'invalid', title: 'Invalid input.', detail, source: { pointer } };
        });
        return answerErrors(400, errors);
      }
      return { status: 202, contentType: '', body: '', note: record(data, store) };
    },
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const MEDIA_TYPE = 'application/vnd.api+json';

/** Refuses a call with a wrong account, media type or revision. These are outside its body. */
export function refuseCall({ query, contentType, headers }: Call): Answer | undefined {
  const source = { pointer: '/data' };
  const account = query.get('company_id');
  if (account !== PUBLIC_KEY) {
    const detail = account
      ? `The company_id is not ${PUBLIC_KEY}.`
      : 'The company_id parameter is required.';
    return answerErrors(400, [
      { code: 'invalid', title: 'Invalid input.', detail, source: { parameter: 'company_id' } },
    ]);
  }
  if (contentType.split(';')[0]?.trim().toLowerCase() !== MEDIA_TYPE) {
    const detail = `The content type is not ${MEDIA_TYPE}.`;
    return answerErrors(415, [
      { code: 'unsupported_media_type', title: 'Unsupported media type.', detail, source },
    ]);
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(headers.revision ?? '')) {
    const detail = 'The revision header is required, with a date such as 2026-07-15.';
    return answerErrors(400, [{ code: 'invalid', title: 'Invalid input.', detail, source }]);
  }
  return undefined;
}

/** How the current API describes one mistake, beside an id and the status. */
interface JsonApiError {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** The place in the body, or the parameter of the address. */
  readonly source: { readonly pointer: string } | { readonly parameter: string };
}

/** The answer of the current API to a call that it refuses. */
export function answerErrors(status: number, errors: readonly JsonApiError[]): Answer {
  const described = errors.map((error) => ({ id: randomUUID(), status, ...error }));
  return {
    status,
    contentType: 'application/vnd.api+json',
    body: JSON.stringify({ errors: described }),
    note: `no event: ${errors.map(({ detail }) => detail).join(' ')}`,
  };
}
