import type { ValidSubscription } from '../../src/validation/subscription.ts';
import type { Page } from '../virtual/page.ts';

/** What runs in the shop's pages. */
export interface Client {
  /** The shopper has pressed "Notify me" on this page. */
  press(page: Page, subscription: ValidSubscription): void;
  /** Another page of the shop has opened. Left out by those that keep nothing from one page to the next. */
  view?(): void;
}
