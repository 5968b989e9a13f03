import type { Callbacks, EventDetail, EventName } from './configuration/options.ts';
import { guard } from './guard.ts';

/**
 * Tells the merchant what has happened: by the callback of that name, and by an event on the document, for
 * example `back-in-stock:shown`. The detail never holds the shopper's e-mail address.
 */
export function announce(
  page: Document,
  callbacks: Partial<Callbacks>,
  name: EventName,
  detail: EventDetail,
): void {
  guard(() => callbacks[name]?.(detail))();
  page.dispatchEvent(new CustomEvent(`back-in-stock:${name}`, { detail }));
}
