import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH } from './at-length.ts';
import { expect, test } from './fixtures.ts';
import { holdAnswers } from './route-klaviyo.ts';
import { readEventNames, recordEvents } from './shop-window.ts';

const EMAIL = 'sam@example.com';

test('a double click sends once and leaves the good news on the screen', async ({
  page,
  openProduct,
  widget,
  shop,
}) => {
  await recordEvents(page);
  await openProduct('camp-lantern');
  await widget.button.click();
  await widget.email.fill(EMAIL);
  await widget.submit.dblclick();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  await expect(widget.dialog).toBeVisible();
  expect(shop.sandbox.requests).toHaveLength(1);
  await expect.poll(() => readEventNames(page)).toEqual(['shown', 'opened', 'subscribed']);
});

test('the second click of a slow double click does not close the good news either', async ({
  page,
  openProduct,
  widget,
  shop,
}) => {
  await openProduct('camp-lantern');
  await widget.button.click();
  await widget.email.fill(EMAIL);
  const box = await widget.submit.boundingBox();
  if (!box) throw new Error('The button is not drawn.');
  // Clicked where the button is before and after, with the answer between the two clicks.
  await page.mouse.click(box.x + box.width / 2, box.y + 10);
  await expect(widget.submit).toHaveText(DEFAULT_TEXTS.done);
  const done = await widget.submit.boundingBox();
  if (!done) throw new Error('The button is not drawn.');
  await page.mouse.move(done.x + done.width / 2, done.y + 10);
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await expect(widget.dialog).toBeVisible();
  expect(shop.sandbox.requests).toHaveLength(1);

  await widget.submit.click();
  await expect(widget.dialog).toHaveCount(0);
});

test(
  'nothing is sent again while the first request is under way',
  AT_LENGTH,
  async ({ openProduct, widget, shop }) => {
    await openProduct('camp-lantern');
    shop.sandbox.setMode('slow');
    await widget.subscribe(EMAIL);
    await expect(widget.submit).toHaveText(DEFAULT_TEXTS.sending);
    await expect(widget.submit).toHaveAttribute('aria-disabled', 'true');
    await widget.submit.click({ force: true });
    await widget.email.press('Enter');
    await widget.submit.press('Space');
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    expect(shop.sandbox.requests).toHaveLength(1);
  },
);

test('Enter in the field sends', async ({ openProduct, widget, shop }) => {
  await openProduct('camp-lantern');
  await widget.button.click();
  await widget.email.fill(EMAIL);
  await widget.email.press('Enter');
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  expect(shop.sandbox.requests).toHaveLength(1);
});

test(
  'closing aborts, and the form is idle with the address in it when opened again',
  AT_LENGTH,
  async ({ page, openProduct, widget, shop }) => {
    await recordEvents(page);
    await openProduct('camp-lantern');
    shop.sandbox.setMode('slow');
    await widget.subscribe(EMAIL);
    await expect.poll(() => shop.sandbox.requests.length).toBe(1);
    const aborted = page.waitForEvent('requestfailed');
    await page.keyboard.press('Escape');
    await expect(widget.dialog).toHaveCount(0);
    expect((await aborted).failure()?.errorText).toBe('net::ERR_ABORTED');

    await widget.button.click();
    await expect(widget.email).toHaveValue(EMAIL);
    await expect(widget.submit).toHaveText(DEFAULT_TEXTS.submit);
    await expect(widget.submit).toHaveAttribute('aria-disabled', 'false');
    // The sandbox answers the first request now: it is nobody's any more.
    await expect.poll(() => shop.sandbox.requests[0]?.status).toBe(200);
    await expect(widget.status).toHaveText('');
    await expect.poll(() => readEventNames(page)).toEqual(['shown', 'opened', 'closed', 'opened']);

    shop.sandbox.setMode('normal');
    await widget.submit.click();
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    expect(shop.sandbox.requests).toHaveLength(2);
  },
);

test('a request that is under way survives the shopper leaving the page', async ({
  page,
  openProduct,
  widget,
  shop,
}) => {
  const release = await holdAnswers(page, shop.endpoint);
  await openProduct('camp-lantern');
  const sent = page.waitForRequest(shop.endpoint);
  await widget.subscribe(EMAIL);
  await sent;
  await page.goto(`${shop.origin}/shop/enamel-mug`);
  expect(shop.sandbox.requests).toHaveLength(0);
  release();
  await expect.poll(() => shop.sandbox.events).toHaveLength(1);
});

test(
  'after success the form is gone, and opening again starts anew',
  AT_LENGTH,
  async ({ openProduct, widget }) => {
    await openProduct('trail-runner');
    await widget.subscribe(EMAIL, 'Blue / 40');
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    await expect(widget.submit).toHaveText(DEFAULT_TEXTS.done);
    await expect(widget.submit).toBeFocused();
    await expect(widget.email).toHaveCount(0);
    await expect(widget.variant).toHaveCount(0);
    await expect(widget.chosen).toHaveText(['Blue', '40']);

    await widget.submit.click();
    await expect(widget.dialog).toHaveCount(0);
    await widget.button.click();
    await expect(widget.status).toHaveText('');
    await expect(widget.submit).toHaveText(DEFAULT_TEXTS.submit);
    await expect(widget.email).toHaveValue(EMAIL);
  },
);
