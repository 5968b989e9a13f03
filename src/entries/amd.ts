import { type Handle, init, registerAdapter } from '../back-in-stock.ts';
import type { Options } from '../configuration/options.ts';

/**
 * The RequireJS module: what `data-mage-init` and `text/x-magento-init` call with the configuration and
 * their element (none for the selector "*"), and what `require(['backInStock'], …)` gets.
 */
export const backInStock = Object.assign(
  (options?: Options, element?: Element): Handle => init(options, element),
  { init, registerAdapter },
);
