import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { expect, takeComplaints, test } from './fixtures.ts';
import { waitForOptions } from './readiness.ts';
import { SENT_ONCE } from './sent-once.ts';
import { readEventNames, readEvents, recordEvents } from './shop-window.ts';

const EMAIL = 'sam.secret@example.com';

test('events and callbacks announce what happens, in this order', async ({
  page,
  openProduct,
  widget,
  shop,
}) => {
  await recordEvents(page);
  await openProduct('trail-runner', { way: 'none' });
  await waitForOptions(page);
  await page.evaluate(
    async ([address, endpoint]) => {
      const { init } = await import(address);
      const called: unknown[] = [];
      Object.assign(window, { called });
      const names = ['shown', 'opened', 'subscribed', 'closed', 'failed'];
      const on = Object.fromEntries(
        names.map((name) => [name, (detail: unknown) => called.push({ name, detail })]),
      );
      init({ apiKey: 'DEMO01', endpoint, on });
    },
    [`${shop.origin}/dist/back-in-stock.mjs`, shop.endpoint] as const,
  );
  await widget.subscribe(EMAIL, 'Red / 42');
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  await widget.submit.click();
  await expect(widget.button).toBeFocused();

  await expect
    .poll(() => readEventNames(page))
    .toEqual(['shown', 'opened', 'subscribed', 'closed']);
  const events = await readEvents(page);
  expect(await page.evaluate(() => Reflect.get(window, 'called'))).toEqual(events);
  const [shown, opened, subscribed] = events;
  expect(shown?.detail.product).toMatchObject({ id: '2013', sku: 'TR2', name: 'Trail Runner 2' });
  expect(opened?.detail.variants.map(({ id }) => id)).toEqual([
    '2003',
    '2009',
    '2010',
    '2011',
    '2012',
  ]);
  expect(subscribed?.detail.variants).toEqual([
    {
      id: '2003',
      sku: 'TR2-RED-42',
      image: '/media/catalog/product/shoe-red.svg',
      salable: false,
      options: { 93: { id: '49', label: 'Red' }, 144: { id: '168', label: '42' } },
    },
  ]);
});

test('no detail holds the e-mail address, and neither does the console', async ({
  page,
  openProduct,
  widget,
  shop,
  complaints,
}) => {
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  await recordEvents(page);
  await openProduct('camp-lantern', { options: JSON.stringify(SENT_ONCE) });
  shop.sandbox.setMode('500');
  await widget.subscribe(EMAIL);
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.serverError);
  shop.sandbox.setMode('normal');
  await widget.submit.click();
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  await page.keyboard.press('Escape');
  await expect(widget.dialog).toHaveCount(0);

  await expect
    .poll(() => readEventNames(page))
    .toEqual(['shown', 'opened', 'failed', 'subscribed', 'closed']);
  // Everything that the details hold, whether it can be listed or not.
  const details = await page.evaluate(() => JSON.stringify(Reflect.get(window, 'announced')));
  expect(details).toContain('2045');
  expect(details).not.toContain('secret');
  await takeComplaints(complaints, ['500']);
  expect(lines.join()).not.toContain('secret');
});
