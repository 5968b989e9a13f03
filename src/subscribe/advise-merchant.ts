import { tell } from '../guard.ts';
import type { Result } from './result.ts';

/** Tells the merchant, in the console, what no shopper can mend. */
export function adviseMerchant(result: Result): void {
  if (result.ok) return;
  if ('status' in result && result.status === 410) {
    tell("Klaviyo has retired this API (HTTP 410). Set api: 'client'.");
  }
  if (result.reason === 'refused' && !result.mistakes?.email) {
    const setting = result.mistakes?.variant ? 'catalogue' : 'apiKey';
    tell(`Klaviyo refused a subscription. Check "${setting}".`, 'warn');
  }
}
