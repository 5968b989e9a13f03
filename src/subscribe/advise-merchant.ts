import { tell } from '../guard.ts';
import type { Result } from './result.ts';

/** Tells the merchant, in the console, what no shopper can mend. */
export function adviseMerchant(result: Result): void {
  if (result.ok) return;
  const { status = 0 } = result as { readonly status?: number };
  if (status === 410) tell("Klaviyo has retired this API (HTTP 410). Set api: 'client'.");
  else if (status >= 400 && status < 429)
    tell(`HTTP ${status}. Check "api", "apiKey", "endpoint".`);
  if (result.reason === 'refused' && !result.mistakes?.email) {
    const setting = result.mistakes?.variant ? 'catalogue' : 'apiKey';
    tell(`Klaviyo refused a subscription. Check "${setting}".`, 'warn');
  }
}
