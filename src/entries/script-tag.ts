import { hasStarted, init, registerAdapter } from '../back-in-stock.ts';
import { awaitSettings } from '../configuration/await-settings.ts';
import { ownMembers } from '../page/own-members.ts';

// The script tag: its exports are the global `BackInStock`. Without settings on the page, and until they come, the
// page's own script calls `BackInStock.init`.
if (typeof document !== 'undefined') awaitSettings(ownMembers(document), init, hasStarted);

export { init, registerAdapter };
