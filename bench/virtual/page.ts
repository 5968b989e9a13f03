import type { Stage } from '../stage.ts';
import { VirtualLocks } from './locks.ts';
import type { VirtualStorage } from './storage.ts';

/** What belongs to a shopper, whichever page is open. */
export interface Shopper {
  readonly email: string;
  readonly storage: VirtualStorage;
  hasSent: boolean;
}

/** A page of the shop in a shopper's browser. Once it is closed, no code of it runs any more. */
export class Page {
  isOpen = true;
  stage: Stage;
  readonly shopper: Shopper;
  /** A shopper has one page at a time; a page that is closed releases everything that it holds. */
  readonly locks = new VirtualLocks();

  constructor(shopper: Shopper, stage: Stage) {
    this.shopper = shopper;
    this.stage = stage;
  }
}
