import type { Page, Route } from '@playwright/test';

/** Where the form's file is, by the way of use that loads it. */
export const FORM_FILES = {
  script: 'back-in-stock.form.js',
  requirejs: 'back-in-stock.form.js',
  esm: 'back-in-stock.form.mjs',
} as const;

export type FormWay = keyof typeof FORM_FILES;

export const FORM_WAYS = Object.keys(FORM_FILES) as FormWay[];

/** Every request for a form's file, whatever its name and its query. */
const ADDRESSES = /\/[\w.-]+\.form\.(min\.)?m?js(\?|$)/;

/** So often the widget asks for the file before it gives up. */
export const ATTEMPTS = 4;

/** From the next page on the browser says that the shopper saves data, so that nothing is loaded ahead of a press. */
export async function saveData(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
}

/** The addresses under which the form's file was asked for. */
export function recordFormRequests(page: Page): readonly string[] {
  const addresses: string[] = [];
  page.on('request', (request) => {
    if (ADDRESSES.test(request.url())) addresses.push(request.url());
  });
  return addresses;
}

/** Answers every request for the form's file like this; what it gives lets the shop answer again. */
export async function answerForm(
  page: Page,
  answer: (route: Route) => Promise<void> | void,
): Promise<() => Promise<void>> {
  await page.route(ADDRESSES, answer);
  return () => page.unroute(ADDRESSES, answer);
}

/** Keeps every request for the form's file waiting, until what it gives is called. */
export async function holdForm(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await answerForm(page, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Everything on the page that could be left of the loading. */
export const listFormScripts = (page: Page) =>
  page
    .locator('script, link')
    .evaluateAll((all) =>
      all.map((element) => element.outerHTML).filter((text) => /\.form\./.test(text)),
    );

/** The button, whatever it says. */
export const triggerOf = (page: Page) => page.locator('.back-in-stock button');
