import type { CDPSession } from '@playwright/test';

/** How many listeners there are on what every script of the page shares. */
export async function countListeners(client: CDPSession): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const expression of ['window', 'document', 'document.documentElement', 'document.body']) {
    const { result } = await client.send('Runtime.evaluate', { expression });
    if (!result.objectId) throw new Error(`There is no ${expression}.`);
    const { objectId } = result;
    const { listeners } = await client.send('DOMDebugger.getEventListeners', { objectId });
    counts[expression] = listeners.length;
  }
  return counts;
}
