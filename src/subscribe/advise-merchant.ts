import { tell } from '../guard.ts';
import type { Result } from './result.ts';

/** Tells the merchant, in the console, what no shopper can mend. The browser itself tells other failures there. */
export function adviseMerchant(result: Result): void {
  if ('status' in result && result.status === 410) {
    tell("HTTP 410: Klaviyo has retired this API. Set api: 'client'.");
  }
  if ('messages' in result && !result.mistakes?.email) {
    const setting = result.mistakes?.variant ? 'catalogue' : 'apiKey';
    tell(`Klaviyo refused a subscription. Check "${setting}".`, 'warn');
  }
}
