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

/** Goes to a page of the shop, with Magento's widgets starting soon instead of after seconds. */
export async function goToPage(
  page: Page,
  origin: string,
  path: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<void> {
  const query = new URLSearchParams({ delay: '50', ...parameters });
  await page.goto(`${origin}${path}?${query}`);
}

/** Opens any page of the shop, with nothing received yet. */
export async function openPage(
  page: Page,
  { origin, sandbox }: Shop,
  path: string,
  { options, ...parameters }: PageParameters = {},
): Promise<void> {
  sandbox.reset();
  await goToPage(page, origin, path, {
    ...(parameters as Record<string, string>),
    ...(options && { options: JSON.stringify(options) }),
  });
}
