import type { Locator } from '@playwright/test';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { takeLogged } from './fault-checks.ts';
import { expect, type Page, test } from './fixtures.ts';
import { openPage } from './open-page.ts';
import { routeKlaviyo } from './route-klaviyo.ts';
import { shortenPauses } from './shorten-pauses.ts';
import { findViolations } from './usable.ts';

// The form with its boxes, while it waits, and when it keeps: for every eye, on the smallest screen, in both directions.

const CONSENT =
  'I agree that you send me an e-mail when it is back, as told in the [privacy policy](/privacy).';
const OPTIONS = { newsletterList: 'LIST01', retries: 1, texts: { consent: CONSENT } };

/** Asserts that a part lies within the screen, and all of its text within the part. */
async function expectWhole(page: Page, part: Locator): Promise<void> {
  await part.scrollIntoViewIfNeeded();
  const box = await part.boundingBox();
  const screen = page.viewportSize();
  if (!box || !screen) throw new Error(`${part} is not drawn.`);
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(screen.width);
  expect(await part.evaluate((it) => it.scrollWidth <= it.clientWidth + 1)).toBe(true);
}

for (const dir of ['ltr', 'rtl'] as const) {
  for (const width of [320, 1280]) {
    test.describe(`${dir}, ${width} pixels wide`, () => {
      test.use({ viewport: { width, height: 640 } });

      test(
        'the boxes, what is missing, waiting, what is kept, success',
        atLengthUnless(dir === 'rtl' && width === 320),
        async ({ page, context, shop, widget, complaints }) => {
          await openPage(page, shop, '/shop/camp-lantern', {
            csp: 'strict',
            dir,
            options: OPTIONS,
          });
          await widget.button.click();
          const { dialog } = widget;
          const newsletter = dialog.getByRole('checkbox', { name: DEFAULT_TEXTS.newsletter });
          const consent = dialog.getByRole('checkbox', { name: /privacy policy/ });
          await expect(newsletter).toBeVisible();
          expect(await findViolations(page)).toEqual([]);

          await widget.submit.click();
          await expect(consent).toHaveAttribute('aria-invalid', 'true');
          expect(await findViolations(page)).toEqual([]);
          for (const box of [newsletter, consent]) {
            await expectWhole(page, box.locator('..'));
            const size = await box.boundingBox();
            // The least that a finger hits, by WCAG 2.2.
            expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(24);
          }
          await expectWhole(page, dialog.getByText(DEFAULT_TEXTS.consentMissing));

          // The box is at the beginning of its line, whichever side that is.
          const [box, sentence] = [
            await consent.boundingBox(),
            await dialog.getByText('I agree').boundingBox(),
          ];
          if (!box || !sentence) throw new Error('The box is not drawn.');
          if (dir === 'ltr') expect(box.x + box.width).toBeLessThanOrEqual(sentence.x);
          else expect(box.x).toBeGreaterThanOrEqual(sentence.x + sentence.width);

          shop.sandbox.setMode('503');
          await widget.email.fill('sam@example.com');
          await consent.check();
          await widget.submit.click();
          await expect(widget.status).toHaveText(DEFAULT_TEXTS.retrying);
          const stop = dialog.getByRole('button', { name: DEFAULT_TEXTS.stop, exact: true });
          await expectWhole(page, stop);
          expect((await stop.boundingBox())?.height).toBeGreaterThanOrEqual(44);
          await stop.click();
          await expect(widget.submit).toHaveText(DEFAULT_TEXTS.retry);
          await takeLogged(complaints, ['503']);

          shop.sandbox.setMode('normal');
          await context.setOffline(true);
          await widget.submit.click();
          await expect(widget.status).toHaveText(DEFAULT_TEXTS.keptOffline);
          await expectWhole(page, widget.status);
          expect(await findViolations(page)).toEqual([]);
          await takeLogged(complaints, ['net::ERR_INTERNET_DISCONNECTED']);
          await context.setOffline(false);
          await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
          expect(await findViolations(page)).toEqual([]);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth),
          ).toBeLessThanOrEqual(width);
        },
      );
    });
  }
}

test(
  'waiting, and what is kept although the device is online',
  AT_LENGTH,
  async ({ page, shop, widget, complaints }) => {
    await openPage(page, shop, '/shop/camp-lantern', { csp: 'strict', options: { retries: 1 } });
    await shortenPauses(page, 0);
    // Nothing is answered while axe looks.
    await routeKlaviyo(page, shop.endpoint, 'sandbox', 'silent');
    shop.sandbox.setMode('500');
    await widget.subscribe('sam@example.com');
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.retrying);
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.unrouteAll();

    await widget.button.click();
    await widget.submit.click();
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.kept);
    expect(await findViolations(page)).toEqual([]);
    await takeLogged(complaints, ['500']);
  },
);
