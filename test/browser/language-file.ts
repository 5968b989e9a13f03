import type { Page, Route } from '@playwright/test';

/** Every request for the file of a language, whatever its query. */
const ADDRESSES = /\/back-in-stock\.(?!form\.|amd\.|min\.)[\w-]+\.(min\.)?js(\?|$)/;

/** The names of the files of languages that the pages ask for from here on. */
export function recordLanguages(page: Page): readonly string[] {
  const names: string[] = [];
  page.on('request', (request) => {
    if (ADDRESSES.test(request.url())) names.push(request.url().split('/').at(-1) ?? '');
  });
  return names;
}

/** Answers every request for the file of a language like this. */
export async function answerLanguage(
  page: Page,
  answer: (route: Route) => Promise<void> | void,
): Promise<void> {
  await page.route(ADDRESSES, answer);
}

/** Keeps every request for the file of a language waiting, until what it gives is called. */
export async function holdLanguage(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await answerLanguage(page, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Everything on the page that could be left of the loading. */
export const listLanguageScripts = (page: Page): Promise<readonly string[]> =>
  page
    .locator('script, link')
    .evaluateAll(
      (all, pattern) =>
        all.map((element) => element.outerHTML).filter((text) => new RegExp(pattern).test(text)),
      /back-in-stock\.[a-z]{2}(-\w+)?\.js/.source,
    );

/**
 * Keeps every text that a shopper can have seen on a button of the widget, and every name of a swatch that a screen reader
 * can have read out, from the start of the next page on.
 */
export async function recordTexts(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(window, { seenTexts: seen });
    const observer = new MutationObserver(() => {
      for (const button of document.querySelectorAll('.back-in-stock button')) {
        seen.add(button.textContent ?? '');
      }
      for (const swatch of document.querySelectorAll('.swatch-option[aria-label]')) {
        seen.add(swatch.getAttribute('aria-label') ?? '');
      }
    });
    const kinds = { childList: true, characterData: true, attributes: true, subtree: true };
    observer.observe(document, kinds);
  });
  return () => page.evaluate(() => [...(Reflect.get(window, 'seenTexts') as Set<string>)]);
}
