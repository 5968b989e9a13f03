import { parseAnswer, readText, readUndocumented } from './answer.ts';
import type { Result } from './result.ts';
import type { Transport } from './transport.ts';

/**
 * The documented URL-encoded form ("Set up back in stock for Magento 2"), without any header that would cost
 * a preflight. The documents do not give the HTTP status of their answers, so the body decides, and the
 * status only where the body is none of the three.
 */
export const formTransport: Transport = {
  write({ a, email, variant, platform, store, g }, address) {
    const body = new URLSearchParams({ a, email, variant, platform, store });
    if (g) {
      // As Klaviyo's own snippet for other platforms sends a ticked newsletter box.
      body.set('g', g);
      body.set('subscribe_for_newsletter', 'true');
    }
    return { address, headers: {}, body };
  },
  read: (answer) => readDocumented(parseAnswer(answer.body)) ?? readUndocumented(answer),
};

/** A documented answer of the endpoint, as far as it is told apart by. */
interface Answer {
  readonly success?: unknown;
  readonly errors?: unknown;
  readonly status?: unknown;
  readonly message?: unknown;
}

function readDocumented({ success, errors, status, message }: Answer = {}): Result | undefined {
  if (success === true) return { ok: true };
  if (success === false && Array.isArray(errors)) {
    return { ok: false, reason: 'refused', messages: errors.map(readText) };
  }
  if (status === 400 && typeof message === 'string') {
    // "There was something wrong with your request: * email * This field is required."
    return { ok: false, reason: 'fieldMissing', field: /\*\s*(\w+)/.exec(message)?.[1] ?? '' };
  }
  return undefined;
}
