import { isAcceptableEmail, PUBLIC_KEY } from './account.ts';
import type { Answer, Answerer } from './answerers.ts';
import type { SandboxStore } from './store.ts';

const PATHS = [
  // From a browser.
  '/onsite/components/back-in-stock/subscribe',
  // From a server.
  '/api/v1/catalog/subscribe',
  // On the shop's own origin, where a merchant's relay passes it to Klaviyo. The module's relay ends with a slash.
  '/back-in-stock/subscribe',
  '/back-in-stock/subscribe/',
];
const REQUIRED_FIELDS = ['a', 'email', 'variant', 'platform', 'store'];
const REFUSAL =
  '{"errors": ["There was something wrong with your request. Please try again."], "data": {}, "success": false}';

/** The form endpoints in Klaviyo's back in stock guide for Magento 2, and a relay to them. */
export const answerForm: Answerer = {
  matches: ({ method, path }) => method === 'POST' && PATHS.includes(path),
  answer: ({ fields }, store) => {
    const missing = REQUIRED_FIELDS.find((name) => !fields.get(name));
    if (missing !== undefined) return answerMissingField(missing);
    const refused = refuse(fields);
    if (refused) return refused;
    const email = JSON.stringify(fields.get('email'));
    const notes = [recordEvent(fields, store), ...recordNewsletter(fields, store)];
    return answerJson(200, `{"email": ${email}, "success": true}`, notes.join('; '));
  },
};

/** The documented answer to a form in which a field is missing. */
export function answerMissingField(field: string): Answer {
  const body = `{"status": 400, "message": "There was something wrong with your request: * ${field} * This field is required."}`;
  return answerJson(400, body, `no event: the field "${field}" is missing`);
}

function refuse(fields: ReadonlyMap<string, string>): Answer | undefined {
  if (fields.get('a') !== PUBLIC_KEY) {
    return answerJson(200, REFUSAL, `no event: the key is not ${PUBLIC_KEY}`);
  }
  if (!isAcceptableEmail(fields.get('email') ?? '')) {
    return answerJson(200, REFUSAL, 'no event: invalid e-mail address');
  }
  return undefined;
}

function answerJson(status: number, body: string, note: string): Answer {
  return { status, contentType: 'application/json', body, note };
}

/** Klaviyo answers with success even if it records nothing. Only the note says what happened. */
function recordEvent(fields: ReadonlyMap<string, string>, store: SandboxStore): string {
  const [email = '', variant = '', shop = ''] = ['email', 'variant', 'store'].map((name) =>
    fields.get(name),
  );
  if (fields.get('platform') !== 'magento_two') return 'no event: platform is not magento_two';
  if (!/^\d+$/.test(shop)) return 'no event: store is not a numeric store id';
  return store.subscribe({ email, variant, store: shop });
}

/** Klaviyo's own snippet sends these fields when the merchant has set a list and the shopper has ticked the box. */
function recordNewsletter(fields: ReadonlyMap<string, string>, store: SandboxStore): string[] {
  const [email = '', list = ''] = [fields.get('email'), fields.get('g')];
  if (!list || fields.get('subscribe_for_newsletter') !== 'true') return [];
  return [store.consent({ email, list })];
}
