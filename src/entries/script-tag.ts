import { type Handle, hasStarted, init as initOnPage, registerAdapter } from '../back-in-stock.ts';
import { awaitSettings } from '../configuration/await-settings.ts';
import type { Options } from '../configuration/options.ts';
import { ownMembers } from '../page/own-members.ts';

// The script tag: its exports are the global `BackInStock`. Without settings on the page, and until they come, the
// page's own script calls `BackInStock.init`.
const mark =
  typeof document === 'undefined'
    ? ''
    : awaitSettings(ownMembers(document), initOnPage, hasStarted);

/** Starts the widget; a mark on the script's tag holds for this call too. */
function init(options?: Options, element?: Element): Handle {
  return initOnPage(mark ? { mark, ...options } : options, element);
}

export { init, registerAdapter };
