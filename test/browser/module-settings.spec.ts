import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { readConstants } from '../support/php-constants.ts';

/** What the admin accepts, by the pattern in the module, in small letters as well as in capitals. */
function listAccepted(backend: string, count: number): string[] {
  const file = new URL(`../../magento/Model/Config/Backend/${backend}.php`, import.meta.url);
  const pattern = readConstants(file).PATTERN;
  const texts = fc.sample(fc.stringMatching(new RegExp(`^${pattern}$`)), count);
  return [...new Set(texts)].flatMap((text) => [text, text.toUpperCase()]);
}

// One colour or selector that the browser does not know, and the widget does not start.
test('every colour that the admin accepts is one to the browser', async ({ page }) => {
  const colours = listAccepted('Colour', 3000);
  expect(colours.length).toBeGreaterThan(2000);
  for (const start of ['#', 'rgb(', 'rgba(', 'hsl(', 'hsla(']) {
    expect(colours.filter((colour) => colour.startsWith(start)).length).toBeGreaterThan(100);
  }
  const unknown = await page.evaluate(
    (texts) => texts.filter((text) => !CSS.supports('color', text)),
    colours,
  );
  expect(unknown).toEqual([]);
});

test('every selector that the admin accepts can be looked for', async ({ page }) => {
  const selectors = listAccepted('Selector', 400);
  expect(selectors.length).toBeGreaterThan(500);
  const unreadable = await page.evaluate(
    (texts) =>
      texts.filter((text) => {
        try {
          document.querySelectorAll(text);
          return false;
        } catch {
          return true;
        }
      }),
    selectors,
  );
  expect(unreadable).toEqual([]);
});
