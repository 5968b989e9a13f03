import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH } from './at-length.ts';
import { expect, takeComplaints, test } from './fixtures.ts';
import { waitForForm } from './readiness.ts';
import { SENT_ONCE } from './sent-once.ts';
import { readEvents, recordEvents } from './shop-window.ts';

const EMAIL = 'sam@example.com';

/** Of every answer the shopper gets the own sentence, where nothing is sent again or kept. */
const options = JSON.stringify({ ...SENT_ONCE, timeout: 1000 });

test('an answer without success: its own sentence, and "Try again" works', async ({
  page,
  openProduct,
  widget,
  shop,
  complaints,
}) => {
  await recordEvents(page);
  await openProduct('camp-lantern', { options });
  shop.sandbox.setMode('missing');
  await widget.subscribe(EMAIL);

  await expect(widget.status).toHaveText(DEFAULT_TEXTS.fieldMissing.replace('{field}', 'store'));
  await expect(widget.email).toHaveValue(EMAIL);
  await expect(widget.submit).toHaveText(DEFAULT_TEXTS.retry);
  await expect(widget.submit).toBeFocused();
  expect(shop.sandbox.requests).toHaveLength(1);
  expect(shop.sandbox.events).toHaveLength(0);
  expect((await readEvents(page)).at(-1)).toMatchObject({
    name: 'failed',
    detail: { reason: 'fieldMissing', variants: [{ id: '2045' }], isKept: false },
  });
  await takeComplaints(complaints, ['400']);

  shop.sandbox.setMode('normal');
  await widget.submit.click();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  expect(shop.sandbox.requests).toHaveLength(2);
  expect(shop.sandbox.requests[1]?.body).toBe(shop.sandbox.requests[0]?.body);
  expect(shop.sandbox.events).toHaveLength(1);
});

test(
  'a refused e-mail address: its sentence, and another address works',
  AT_LENGTH,
  async ({ openProduct, widget, shop, complaints }) => {
    await openProduct('trail-runner');
    await widget.subscribe('refused@example.com', 'Red / 42');
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.refused);
    await expect(widget.email).toHaveValue('refused@example.com');
    // The console names the key, which may be the reason, and not the address.
    await takeComplaints(complaints, [
      '[back-in-stock] Klaviyo refused a subscription. Check "apiKey"',
    ]);
    expect(shop.sandbox.events).toHaveLength(0);

    await widget.email.fill(EMAIL);
    await expect(widget.status).toHaveText('');
    await widget.submit.click();
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    expect(shop.sandbox.events).toEqual([{ email: EMAIL, variant: '2003', store: '1' }]);
  },
);

test(
  'a wrong key is refused, and the console says so',
  AT_LENGTH,
  async ({ openProduct, widget, shop, complaints }) => {
    await openProduct('camp-lantern', { options: '{"apiKey": "WRONG1"}' });
    await widget.subscribe(EMAIL);
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.refused);
    expect(shop.sandbox.requests[0]?.note).toBe('no event: the key is not DEMO01');
    await takeComplaints(complaints, [
      '[back-in-stock] Klaviyo refused a subscription. Check "apiKey"',
    ]);
  },
);

test('a device that is offline: its own sentence, and "Try again" works', async ({
  page,
  context,
  openProduct,
  widget,
  shop,
  complaints,
}) => {
  await recordEvents(page);
  // Luma's components would be loaded in the meantime, so they are not started.
  await openProduct('camp-lantern', { options, delay: '600000' });
  const tried: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') tried.push(request.url());
  });
  await waitForForm(page);
  await context.setOffline(true);
  await widget.subscribe(EMAIL);
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.offline);
  await expect(widget.email).toHaveValue(EMAIL);
  expect((await readEvents(page)).at(-1)?.detail.reason).toBe('offline');
  await takeComplaints(complaints, ['net::ERR_INTERNET_DISCONNECTED']);
  expect(tried).toEqual([shop.endpoint]);
  expect(shop.sandbox.requests).toHaveLength(0);

  await context.setOffline(false);
  await widget.submit.click();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  expect(shop.sandbox.requests).toHaveLength(1);
});

test(
  'the same subscription twice: success both times, one event',
  AT_LENGTH,
  async ({ openProduct, widget, shop }) => {
    await openProduct('camp-lantern');
    for (const count of [1, 2]) {
      await widget.subscribe(EMAIL);
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      expect(shop.sandbox.requests).toHaveLength(count);
      await widget.submit.click();
      await expect(widget.dialog).toHaveCount(0);
    }
    expect(shop.sandbox.events).toHaveLength(1);
  },
);

test('no cookie of the shop goes along, and the endpoint sets none', async ({
  context,
  openProduct,
  widget,
  shop,
}) => {
  // Cookies do not look at ports, so the sandbox would get this one.
  await context.addCookies([{ name: 'session', value: 'secret', url: shop.origin }]);
  await openProduct('camp-lantern');
  await widget.subscribe(EMAIL);
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  expect(shop.sandbox.requests[0]?.headers).not.toHaveProperty('cookie');
});
