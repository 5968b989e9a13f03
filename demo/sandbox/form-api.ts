import { isAcceptableEmail, isKnownVariant, PUBLIC_KEY } from './account.ts';
import type { Answer, Answerer, Call } from './answerer.ts';
import { recordConsent, recordSubscription, type SandboxStore } from './store.ts';

const PATHS = [
  // From a browser.
  '/onsite/components/back-in-stock/subscribe',
  // From a server.
  '/api/v1/catalog/subscribe',
  // On the shop's own origin: the merchant's relay, and Klaviyo behind it; that of the module ends with a slash.
  '/back-in-stock/subscribe',
  '/back-in-stock/subscribe/',
];
const REQUIRED_FIELDS = ['a', 'email', 'variant', 'platform', 'store'];
const REFUSAL =
  '{"errors": ["There was something wrong with your request. Please try again."], "data": {}, "success": false}';

function answerJson(status: number, body: string, note: string): Answer {
  return { status, contentType: 'application/json', body, note };
}

/** The documented answer to a form that lacks a field. */
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

/** Klaviyo answers with success whether or not it does anything; only the note tells. */
function recordEvent(fields: ReadonlyMap<string, string>, store: SandboxStore): string {
  const [email = '', variant = '', shop = ''] = ['email', 'variant', 'store'].map((name) =>
    fields.get(name),
  );
  if (fields.get('platform') !== 'magento_two') return 'no event: platform is not magento_two';
  if (!/^\d+$/.test(shop)) return 'no event: store is not a numeric store id';
  if (!isKnownVariant(variant)) return 'no event: unknown variant';
  return recordSubscription({ email, variant, store: shop }, store);
}

/** What Klaviyo's own snippet sends with a list of the merchant's and a ticked box. */
function recordNewsletter(fields: ReadonlyMap<string, string>, store: SandboxStore): string[] {
  const [email = '', list = ''] = [fields.get('email'), fields.get('g')];
  if (!list || fields.get('subscribe_for_newsletter') !== 'true') return [];
  return [recordConsent({ email, list }, store)];
}

/** The form endpoints that the back in stock guide for Magento 2 documents, and a relay to them. */
export const answerSubscribe: Answerer = {
  matches: ({ method, path }: Call) => method === 'POST' && PATHS.includes(path),
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
