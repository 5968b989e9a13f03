import type { JSHandle, Page } from '@playwright/test';
import type { Handle } from '../../src/back-in-stock.ts';

/** The handle of the running widget, which every copy of the script finds by this symbol. */
export function getRunningHandle(page: Page): Promise<JSHandle<Handle>> {
  return page.evaluateHandle(
    () => Reflect.get(document, Symbol.for('magento-back-in-stock')).handle as Handle,
  );
}
