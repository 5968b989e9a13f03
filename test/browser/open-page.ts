import type { Page } from '@playwright/test';

/** What of the shop it takes to open one of its pages. */
interface Shop {
  readonly origin: string;
  readonly sandbox: { reset(): void };
}

/** What a page is to be like; `options` are laid over the widget's settings. */
export interface PageParameters {
  readonly options?: object;
  readonly [name: string]: string | object | undefined;
}

/** Opens any page of the shop, with Magento's widgets starting soon and nothing received yet. */
export async function openPage(
  page: Page,
  { origin, sandbox }: Shop,
  path: string,
  { options, ...parameters }: PageParameters = {},
): Promise<void> {
  sandbox.reset();
  const query = new URLSearchParams({ delay: '50', ...(parameters as Record<string, string>) });
  if (options) query.set('options', JSON.stringify(options));
  await page.goto(`${origin}${path}?${query}`);
}
