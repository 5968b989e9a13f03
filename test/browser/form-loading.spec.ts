import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { takeLogged } from './fault-checks.ts';
import { expect, takeComplaints, test } from './fixtures.ts';
import { listFormFaults } from './form-faults.ts';
import {
  ATTEMPTS,
  answerForm,
  FORM_FILES,
  FORM_WAYS,
  holdForm,
  listFormScripts,
  recordFormRequests,
  saveData,
  triggerOf,
} from './form-file.ts';
import { openByHandle, waitForOptions } from './readiness.ts';
import { shortenPauses } from './shorten-pauses.ts';
import { startWidget } from './start-widget.ts';

// Whatever happens to the form's file on its way, a press is answered: what the shopper sees, how often the file is asked
// for, what the merchant reads in the console, and that in the end the form opens.

const { trigger: USUAL, sending: SENDING, notLoaded: NOT_LOADED } = DEFAULT_TEXTS;

for (const way of FORM_WAYS) {
  for (const { name, answer, logged, advice, attempts = ATTEMPTS } of listFormFaults(way)) {
    test(
      `${way}, ${name}: asked for ${attempts}×, said at the button, logged once, and it works when the file comes`,
      atLengthUnless(way === 'script' && name === '404'),
      async ({ page, shop, openProduct, widget, complaints }) => {
        await saveData(page);
        const requests = recordFormRequests(page);
        const recover = await answerForm(page, answer);
        await openProduct('camp-lantern', { way });
        const trigger = triggerOf(page);
        await expect(trigger).toHaveText(USUAL);
        await shortenPauses(page, 2 * ATTEMPTS);
        const isFinal = way === 'esm' && attempts === 1;
        for (const times of [1, 2]) {
          await trigger.click();
          await expect.poll(() => requests).toHaveLength(isFinal ? 1 : times * attempts);
          await expect(trigger).toHaveText(NOT_LOADED);
          await expect(trigger).toBeFocused();
          // Screen readers say what the button says from the press on.
          await expect(page.locator('.back-in-stock')).toHaveAttribute('aria-live', 'polite');
          await expect(widget.dialog).toHaveCount(0);
        }
        expect(await openByHandle(page)).toBe(false);
        expect(new Set(requests.map((address) => address.replace(/#.*/, '')))).toEqual(
          new Set([`${shop.origin}/dist/${FORM_FILES[way]}`]),
        );
        expect(await listFormScripts(page)).toEqual([]);
        const ours = complaints.filter((line) => line.startsWith('[back-in-stock]'));
        expect(ours).toEqual([expect.stringContaining('the form cannot be loaded. ')]);
        expect(ours[0]).toContain(advice);
        if (attempts > 1) expect(ours[0]).toContain(`${shop.origin}/dist/${FORM_FILES[way]}`);
        await takeLogged(complaints, [...logged, '[back-in-stock]']);

        await recover();
        if (isFinal) await page.reload();
        await trigger.click();
        await expect(widget.email).toBeFocused();
        await expect(widget.button).toHaveText(USUAL);
        expect(await listFormScripts(page)).toEqual([]);
      },
    );
  }
}

test(
  'slow: the button stays as wide as it was, and one that the theme has drawn anew is as wide as its text',
  AT_LENGTH,
  async ({ page, openProduct }) => {
    await saveData(page);
    const release = await holdForm(page);
    await openProduct('camp-lantern');
    const trigger = triggerOf(page);
    await expect(trigger).toHaveText(USUAL);
    const readWidth = () => trigger.evaluate((button) => button.getBoundingClientRect().width);
    const usual = await readWidth();
    await trigger.click();
    await expect(trigger).toHaveText(SENDING);
    // The browser tells the width in whole pixels.
    expect(Math.abs((await readWidth()) - usual)).toBeLessThan(1);
    await page.locator('.back-in-stock').evaluate((wrapper) => wrapper.remove());
    await expect(trigger).toHaveText(SENDING);
    expect(await trigger.evaluate((button) => button.style.minWidth)).toBe('');
    release();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(trigger).toHaveText(USUAL);
    expect(await readWidth()).toBeCloseTo(usual, 0);
  },
);

for (const way of FORM_WAYS) {
  test(
    `${way}: fails twice, then comes: the press opens it, and nothing is logged`,
    atLengthUnless(way === 'esm'),
    async ({ page, openProduct, widget, complaints }) => {
      await saveData(page);
      const requests = recordFormRequests(page);
      await answerForm(page, (route) =>
        requests.length <= 2 ? route.fulfill({ status: 503 }) : route.continue(),
      );
      await openProduct('camp-lantern', { way });
      await shortenPauses(page, ATTEMPTS);
      await widget.button.click();
      await expect(widget.email).toBeFocused();
      expect(requests).toHaveLength(3);
      await takeLogged(complaints, ['503']);
    },
  );

  test(
    `${way}: slow: the button says so at once, keeps the focus, and two presses open one form`,
    atLengthUnless(way === 'script'),
    async ({ page, openProduct, widget, shop }) => {
      await saveData(page);
      const requests = recordFormRequests(page);
      const release = await holdForm(page);
      await openProduct('camp-lantern', { way });
      const trigger = triggerOf(page);
      await trigger.focus();
      await page.keyboard.press('Enter');
      await expect(trigger).toHaveText(SENDING);
      await expect(trigger).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(trigger).toHaveText(SENDING);
      await expect(widget.dialog).toHaveCount(0);
      release();
      await expect(widget.email).toBeFocused();
      await expect(page.locator('back-in-stock-modal')).toHaveCount(1);
      expect(requests).toHaveLength(1);
      await expect(widget.button).toHaveText(USUAL);
      await page.keyboard.press('Escape');
      await expect(widget.dialog).toHaveCount(0);
      await expect(trigger).toBeFocused();
      await page.keyboard.press('Enter');
      await widget.email.fill('sam@example.com');
      await page.keyboard.press('Enter');
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      expect(shop.sandbox.events).toHaveLength(1);
      expect(requests).toHaveLength(1);
    },
  );

  test(
    `${way}: never comes: given up after 30 seconds, and pressed again it is asked for again`,
    AT_LENGTH,
    async ({ page, openProduct, widget, complaints }) => {
      await page.clock.install();
      await saveData(page);
      await answerForm(page, () => {});
      await openProduct('camp-lantern', { way });
      const trigger = triggerOf(page);
      await trigger.click();
      await expect(trigger).toHaveText(SENDING);
      await page.clock.fastForward(30_000);
      await expect(trigger).toHaveText(NOT_LOADED);
      expect(await listFormScripts(page)).toEqual([]);
      await expect(widget.dialog).toHaveCount(0);
      await takeComplaints(complaints, ['does not come. Put the form']);
      await trigger.click();
      await expect(trigger).toHaveText(SENDING);
    },
  );

  test(
    `${way}: offline at the press: opens by itself once the browser is online`,
    atLengthUnless(way === 'esm'),
    async ({ page, context, openProduct, widget, complaints }) => {
      await saveData(page);
      await openProduct('camp-lantern', { way });
      const trigger = triggerOf(page);
      await expect(trigger).toBeVisible();
      await shortenPauses(page, 0);
      await context.setOffline(true);
      await trigger.click();
      await expect(trigger).toHaveText(SENDING);
      await expect.poll(() => complaints.join()).toContain('net::ERR_INTERNET_DISCONNECTED');
      await context.setOffline(false);
      await expect(widget.email).toBeFocused();
      await takeLogged(complaints, ['net::ERR_INTERNET_DISCONNECTED']);
    },
  );

  test(
    `${way}: given up offline: loaded once the browser is online, ready for a press`,
    AT_LENGTH,
    async ({ page, context, openProduct, widget, complaints }) => {
      await saveData(page);
      await openProduct('camp-lantern', { way });
      const trigger = triggerOf(page);
      await expect(trigger).toBeVisible();
      await shortenPauses(page, ATTEMPTS);
      await context.setOffline(true);
      await trigger.click();
      await expect(trigger).toHaveText(NOT_LOADED);
      const requests = recordFormRequests(page);
      await context.setOffline(false);
      await expect(trigger).toHaveText(USUAL);
      expect(requests).toHaveLength(1);
      await expect(widget.dialog).toHaveCount(0);
      // From now on it opens offline, too.
      await context.setOffline(true);
      await trigger.click();
      await widget.email.fill('sam@example.com');
      await page.keyboard.press('Enter');
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.keptOffline);
      await takeLogged(complaints, [
        'net::ERR_INTERNET_DISCONNECTED',
        'the form cannot be loaded. ',
      ]);
    },
  );

  test(
    `${way}: destroyed while it loads: nothing is left, and nothing opens`,
    AT_LENGTH,
    async ({ page, openProduct, widget }) => {
      await saveData(page);
      const requests = recordFormRequests(page);
      const release = await holdForm(page);
      await openProduct('camp-lantern', { way: 'none' });
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      const handle = await startWidget(page, way);
      await widget.button.click();
      const opened = handle.evaluate((running) => running.open());
      await expect.poll(() => requests).toHaveLength(1);
      await handle.evaluate((running) => running.destroy());
      expect(await opened).toBe(false);
      expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
      const answered = page.waitForResponse(requests[0] as string);
      release();
      await answered;
      expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
      await expect(widget.dialog).toHaveCount(0);

      // It can be started again.
      await startWidget(page, way);
      await widget.button.click();
      await expect(widget.email).toBeFocused();
    },
  );
}

test(
  'a press that follows a failure ahead of it asks again',
  AT_LENGTH,
  async ({ page, openProduct, widget, complaints }) => {
    const requests = recordFormRequests(page);
    const recover = await answerForm(page, (route) => route.fulfill({ status: 404 }));
    await page.addInitScript(() => {
      Math.random = () => 0;
    });
    await openProduct('camp-lantern');
    await expect.poll(() => requests).toHaveLength(ATTEMPTS);
    await takeLogged(complaints, ['404', 'the form cannot be loaded. ']);
    // Nobody has pressed yet, so nothing is said.
    await expect(triggerOf(page)).toHaveText(USUAL);
    await recover();
    await widget.button.click();
    await expect(widget.email).toBeFocused();
    expect(requests).toHaveLength(ATTEMPTS + 1);
  },
);

test(
  'the form is about what is chosen when it comes',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await saveData(page);
    const release = await holdForm(page);
    await openProduct('trail-runner');
    await waitForOptions(page);
    await widget.button.click();
    await expect(triggerOf(page)).toHaveText(SENDING);
    await page.getByRole('option', { name: 'Red' }).click();
    await page.getByRole('option', { name: '42' }).click();
    await expect(triggerOf(page)).toHaveText(SENDING);
    release();
    await expect(widget.chosen).toHaveText(['Red', '42']);
  },
);

test(
  'nothing opens for a choice that is not sold out any more when it comes',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await saveData(page);
    const requests = recordFormRequests(page);
    const release = await holdForm(page);
    await openProduct('trail-runner');
    await waitForOptions(page);
    await widget.button.click();
    await expect.poll(() => requests).toHaveLength(1);
    await page.getByRole('option', { name: 'Green' }).click();
    await expect(triggerOf(page)).toHaveCount(0);
    release();
    await expect.poll(() => listFormScripts(page)).toEqual([]);
    await page.getByRole('option', { name: 'Green' }).click();
    await expect(widget.button).toHaveText('Colour / Size sold out? Get notified');
    await expect(widget.dialog).toHaveCount(0);
  },
);

test(
  'a swatch that is pressed while it loads: the button says so, and the swatch is what opens',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await saveData(page);
    const release = await holdForm(page);
    await openProduct('trail-runner');
    await waitForOptions(page);
    const blue = page.getByRole('option', { name: 'Blue, sold out, notify me', exact: true });
    await blue.focus();
    await page.keyboard.press('Enter');
    await expect(triggerOf(page)).toHaveText(SENDING);
    release();
    await expect(widget.dialog).toBeVisible();
    expect(await widget.offers()).toEqual(['Blue / 40', 'Blue / 41', 'Blue / 42', 'Blue / 43']);
    await page.keyboard.press('Escape');
    await expect(blue).toBeFocused();
  },
);

test('handle.open() loads it, and says whether it has opened', async ({
  page,
  openProduct,
  widget,
  complaints,
}) => {
  await saveData(page);
  const recover = await answerForm(page, (route) => route.fulfill({ status: 404 }));
  await openProduct('camp-lantern');
  await expect(widget.button).toBeVisible();
  await shortenPauses(page, ATTEMPTS);
  expect(await openByHandle(page)).toBe(false);
  await takeLogged(complaints, ['404', 'the form cannot be loaded. ']);
  await recover();
  expect(await openByHandle(page)).toBe(true);
  await expect(widget.email).toBeFocused();
});
