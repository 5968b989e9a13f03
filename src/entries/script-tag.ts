import { hasStarted, init, registerAdapter } from '../back-in-stock.ts';
import { awaitSettings } from '../configuration/await-settings.ts';

// The script tag: its exports are the global `BackInStock`. Without settings on the page, and until they come, the
// page's own script calls `BackInStock.init`.
if (typeof document !== 'undefined') awaitSettings(document, init, hasStarted);

export { init, registerAdapter };
