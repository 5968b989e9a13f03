import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { type Coverage, startCoverage } from './coverage.ts';
import { takeLogged } from './fault-checks.ts';
import { expect, type Page, takeComplaints, test } from './fixtures.ts';
import {
  ATTEMPTS,
  answerForm,
  FORM_FILES,
  FORM_WAYS,
  type FormWay,
  recordFormRequests,
  saveData,
} from './form-file.ts';
import { leaveKept } from './leave-kept.ts';
import { goToPage } from './open-page.ts';
import { expectNothingOffered, waitForOptions } from './readiness.ts';

// What is loaded when, and what of it runs.

/** A piece of code of each part of the form's file, directly in a function that the part cannot do without. */
const MARKERS = {
  /** Makes each of zod's schemas. */
  zod: '.postProcessor',
  /** What zod finds out about an object when it parses one first. */
  parsing: 'numKeys:',
  configuration: 'unknown settings: ',
  outbox: 'addEventListener(`online`',
  /** Makes Preact's elements. */
  preact: 'constructor:',
  /** Draws with Preact. */
  rendering: 'createTextNode',
  modal: 'attachShadow',
  request: 'URLSearchParams',
};

/** What runs as soon as the file is there. */
const LOADED = {
  zod: true,
  parsing: true,
  configuration: true,
  outbox: true,
  preact: false,
  rendering: false,
  modal: false,
  request: false,
};

const partsThatRan = (coverage: Coverage) =>
  Object.fromEntries(
    Object.entries(MARKERS).map(([part, marker]) => [part, coverage.hasRun(marker)]),
  );

const START_FILES: Readonly<Record<FormWay, string>> = {
  script: 'back-in-stock.js',
  requirejs: 'back-in-stock.amd.js',
  esm: 'back-in-stock.mjs',
};

/** Waits until everything that the browser does when it is idle has been done. */
const waitForIdle = (page: Page) =>
  page.evaluate(async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => requestIdleCallback(resolve));
    }
  });

for (const { way, name } of [
  { way: 'script', name: 'enamel-mug' },
  { way: 'script', name: 'crew-tee' },
  { way: 'script', name: 'breakfast-bundle' },
  { way: 'requirejs', name: 'crew-tee' },
  { way: 'esm', name: 'crew-tee' },
] as const) {
  test(
    `${way}, ${name}: with nothing sold out to offer, only the detection runs`,
    atLengthUnless(way === 'script' && name === 'crew-tee'),
    async ({ page, openProduct }) => {
      const requests = recordFormRequests(page);
      const look = await startCoverage(page);
      await openProduct(name, { way });
      await expectNothingOffered(page);
      await waitForIdle(page);
      expect(requests).toEqual([]);
      const { calledFunctions } = await look(START_FILES[way]);
      expect(calledFunctions).toBeGreaterThan(5);
      expect(calledFunctions).toBeLessThan(110);
    },
  );
}

for (const way of FORM_WAYS) {
  test(
    `${way}: what is kept is sent at once from a page with nothing to offer, without Preact`,
    AT_LENGTH,
    async ({ page, shop, complaints }) => {
      await leaveKept(page, shop, 'sam@example.com');
      await takeComplaints(complaints, ['net::ERR_INTERNET_DISCONNECTED']);
      // Even where the shopper saves data.
      await saveData(page);
      const look = await startCoverage(page);
      await goToPage(page, shop.origin, '/shop/enamel-mug', { way });
      await expect.poll(() => shop.sandbox.events).toHaveLength(1);
      await expectNothingOffered(page);
      expect(partsThatRan(await look(FORM_FILES[way]))).toEqual({ ...LOADED, request: true });
    },
  );

  test(
    `${way}: the form is loaded when the button is in view, and Preact runs for the modal`,
    atLengthUnless(way === 'script'),
    async ({ page, openProduct, widget, shop }) => {
      const requests = recordFormRequests(page);
      const look = await startCoverage(page);
      await openProduct('camp-lantern', { way });
      await expect(widget.button).toBeInViewport();
      const address = `${shop.origin}/dist/${FORM_FILES[way]}`;
      await expect.poll(() => requests).toEqual([address]);
      await page.waitForFunction((name) => performance.getEntriesByName(name).length, address);
      await waitForIdle(page);
      expect(partsThatRan(await look(FORM_FILES[way]))).toEqual(LOADED);

      await widget.button.click();
      await expect(widget.email).toBeFocused();
      expect(partsThatRan(await look(FORM_FILES[way]))).toMatchObject({
        preact: true,
        rendering: true,
        modal: true,
        request: false,
      });

      await widget.email.fill('sam@example.com');
      await widget.submit.click();
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      expect(partsThatRan(await look(FORM_FILES[way]))).toMatchObject({ request: true });
      expect(requests).toHaveLength(1);
    },
  );
}

test.describe('with the button below the fold', () => {
  test.use({ viewport: { width: 500, height: 150 } });

  for (const [name, come] of Object.entries({
    'the button is scrolled into view': (page: Page) =>
      page.locator('.back-in-stock').scrollIntoViewIfNeeded(),
    'a pointer comes to the button': (page: Page) =>
      page.locator('.back-in-stock button').dispatchEvent('pointerenter'),
    'a finger is at the button': (page: Page) =>
      page.locator('.back-in-stock button').dispatchEvent('touchstart'),
    'the focus comes to the button': (page: Page) =>
      page
        .locator('.back-in-stock button')
        .evaluate((button: HTMLElement) => button.focus({ preventScroll: true })),
    'a pointer comes to a sold-out swatch': (page: Page) =>
      page.getByRole('option', { name: 'Blue, sold out' }).dispatchEvent('pointerenter'),
    'a finger is at a sold-out swatch': (page: Page) =>
      page.getByRole('option', { name: 'Blue, sold out' }).dispatchEvent('touchstart'),
    'the focus comes to a sold-out swatch': (page: Page) =>
      page
        .getByRole('option', { name: 'Blue, sold out' })
        .evaluate((swatch: HTMLElement) => swatch.focus({ preventScroll: true })),
  })) {
    test(
      `the form is loaded when ${name}, and not before`,
      atLengthUnless(name === 'the button is scrolled into view'),
      async ({ page, openProduct, widget }) => {
        const requests = recordFormRequests(page);
        await openProduct('trail-runner');
        await waitForOptions(page);
        await expect(widget.button).toBeVisible();
        await waitForIdle(page);
        await expect(widget.button).not.toBeInViewport();
        expect(requests).toEqual([]);
        await come(page);
        await expect.poll(() => requests).toHaveLength(1);
      },
    );
  }
});

test('where the shopper saves data, the form is loaded by a press alone', async ({
  page,
  openProduct,
  widget,
}) => {
  await saveData(page);
  const requests = recordFormRequests(page);
  await openProduct('trail-runner');
  await waitForOptions(page);
  await expect(widget.button).toBeInViewport();
  await widget.button.hover();
  await widget.button.focus();
  await page.getByRole('option', { name: 'Blue, sold out' }).hover();
  await waitForIdle(page);
  expect(requests).toEqual([]);
  await widget.button.click();
  await expect(widget.variant).toBeFocused();
  expect(requests).toHaveLength(1);
});

for (const { name, options, when } of [
  { name: 'storm-shell', options: {}, when: 'the shop has to say what is sold out' },
  { name: 'camp-lantern', options: { checkStock: true }, when: 'the stock is to be checked' },
]) {
  test(
    `the form is loaded at once where ${when}`,
    AT_LENGTH,
    async ({ page, openProduct, widget }) => {
      await saveData(page);
      const requests = recordFormRequests(page);
      await openProduct(name, { options: JSON.stringify({ ...options, graphql: '/graphql' }) });
      await expect(widget.button).toBeVisible();
      expect(requests).toHaveLength(1);
    },
  );
}

for (const { name, path, options } of [
  { name: 'something is kept', path: '/shop/enamel-mug', options: {} },
  { name: 'the shop has to be asked', path: '/shop/storm-shell', options: { graphql: '/graphql' } },
]) {
  test(
    `a page that changes asks no more for a form that did not come where ${name}`,
    AT_LENGTH,
    async ({ page, shop, complaints }) => {
      await leaveKept(page, shop, 'sam@example.com');
      complaints.length = 0;
      const requests = recordFormRequests(page);
      await answerForm(page, (route) => route.abort());
      await page.addInitScript(() => {
        Math.random = () => 0;
      });
      await goToPage(page, shop.origin, path, { way: 'script', options: JSON.stringify(options) });
      await waitForOptions(page);
      await takeLogged(complaints, ['net::ERR_FAILED', 'the form cannot be loaded. ']);
      expect(requests).toHaveLength(ATTEMPTS);
      for (let change = 0; change < 3; change += 1) {
        await page.evaluate(() => document.body.append(document.createElement('p')));
        await waitForIdle(page);
      }
      expect(requests).toHaveLength(ATTEMPTS);
    },
  );
}
