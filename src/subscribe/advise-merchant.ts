import { tell } from '../guard.ts';
import type { Result } from './result.ts';

/** Tells the merchant, in the console, what no shopper can mend. */
export function adviseMerchant(result: Result): void {
  if ('messages' in result && !result.mistakes?.email) {
    tell('Klaviyo refused a subscription. Check "apiKey".', 'warn');
  }
  if ('status' in result && !('retryAfter' in result)) {
    const advice = result.status === 410 ? "Set api: 'client'" : 'Check "endpoint"';
    tell(`HTTP ${result.status}, ${result.reason}. ${advice}.`);
  }
}
