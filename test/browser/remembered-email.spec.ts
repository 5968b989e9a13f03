import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH } from './at-length.ts';
import { takeLogged } from './fault-checks.ts';
import { expect, type Page, test } from './fixtures.ts';
import { goToPage } from './open-page.ts';
import { getRunningHandle } from './running-handle.ts';
import { readEvents, recordEvents } from './shop-window.ts';
import { createWidget, type Widget } from './widget.ts';

// The address that was signed up last is in the form of the next page. The shopper sees it, and has to send it.

const EMAIL = 'sam.secret@example.com';
const OTHER = 'kim@example.com';
const ENTRY = 'back-in-stock-email';

async function subscribe(widget: Widget, email: string): Promise<void> {
  await widget.subscribe(email);
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
}

const readEntries = (page: Page) =>
  page.evaluate(
    (key) => ({ session: sessionStorage.getItem(key), local: localStorage.getItem(key) }),
    ENTRY,
  );

const setting = (rememberEmail: string) => ({ options: JSON.stringify({ rememberEmail }) });

test('it is filled in on the next page, not sent by itself, and in no address, event or console', async ({
  page,
  context,
  shop,
  openProduct,
  widget,
}) => {
  const told: string[] = [];
  page.on('request', (request) => told.push(decodeURIComponent(request.url())));
  page.on('console', (message) => told.push(message.text()));
  await recordEvents(page);
  await openProduct('camp-lantern');
  await subscribe(widget, EMAIL);
  expect(await readEntries(page)).toEqual({
    session: expect.stringMatching(`^\\d{5} ${EMAIL}$`),
    local: null,
  });

  await goToPage(page, shop.origin, '/hyva/storm-shell');
  await widget.button.click();
  await expect(widget.email).toHaveValue(EMAIL);
  await page.keyboard.press('Escape');
  await expect(widget.dialog).toHaveCount(0);
  expect(shop.sandbox.events.map(({ email }) => email)).toEqual([EMAIL]);
  expect(JSON.stringify([told, await readEvents(page), page.url()])).not.toContain('sam.secret');

  // Another tab knows nothing of it.
  const tab = await context.newPage();
  await goToPage(tab, shop.origin, '/shop/field-kettle');
  const other = createWidget(tab);
  await other.button.click();
  await expect(other.email).toHaveValue('');
});

test(
  'another address takes its place, and what is typed wins',
  AT_LENGTH,
  async ({ page, shop, openProduct, widget }) => {
    await openProduct('camp-lantern');
    await subscribe(widget, EMAIL);
    await goToPage(page, shop.origin, '/shop/field-kettle');
    await widget.button.click();
    await expect(widget.email).toHaveValue(EMAIL);
    await widget.email.fill(OTHER);
    await page.keyboard.press('Escape');
    await widget.button.click();
    await expect(widget.email).toHaveValue(OTHER);
    await widget.submit.click();
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    await goToPage(page, shop.origin, '/shop/camp-lantern');
    await widget.button.click();
    await expect(widget.email).toHaveValue(OTHER);
  },
);

test(
  'local: other tabs have it too, for 90 days',
  AT_LENGTH,
  async ({ page, context, shop, openProduct, widget }) => {
    await openProduct('camp-lantern', setting('local'));
    await subscribe(widget, EMAIL);
    expect((await readEntries(page)).session).toBeNull();
    const tab = await context.newPage();
    const other = createWidget(tab);
    await goToPage(tab, shop.origin, '/shop/field-kettle', setting('local'));
    await other.button.click();
    await expect(other.email).toHaveValue(EMAIL);
    await tab.clock.setFixedTime(Date.now() + 90 * 86_400_000);
    await tab.reload();
    await other.button.click();
    await expect(other.email).toHaveValue('');
  },
);

test(
  'off: nothing is stored, and what was stored before is removed',
  AT_LENGTH,
  async ({ page, shop, openProduct, widget }) => {
    await openProduct('camp-lantern');
    await subscribe(widget, EMAIL);
    await goToPage(page, shop.origin, '/shop/field-kettle', setting('off'));
    await widget.button.click();
    await expect(widget.email).toHaveValue('');
    expect(await readEntries(page)).toEqual({ session: null, local: null });
    await widget.email.fill(EMAIL);
    await widget.submit.click();
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    expect(await readEntries(page)).toEqual({ session: null, local: null });
  },
);

test(
  'the address of a customer who is logged in wins, and is not stored',
  AT_LENGTH,
  async ({ page, shop, openProduct, widget }) => {
    await openProduct('camp-lantern');
    await subscribe(widget, EMAIL);
    const before = await readEntries(page);
    await goToPage(page, shop.origin, '/shop/field-kettle', { customer: 'klaviyo' });
    await widget.button.click();
    await expect(widget.email).toHaveValue('sam.known@example.com');
    await widget.submit.click();
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    expect(await readEntries(page)).toEqual(before);
  },
);

test(
  'a customer whose address the shop does not tell has the remembered one',
  AT_LENGTH,
  async ({ page, shop, openProduct, widget }) => {
    await openProduct('camp-lantern');
    await subscribe(widget, EMAIL);
    await goToPage(page, shop.origin, '/shop/field-kettle', {
      customer: 'session',
      graphql: 'hang',
      options: '{"customerEmail":true,"timeout":1000}',
    });
    await widget.button.click();
    await expect(widget.email).toHaveValue(EMAIL);
  },
);

test(
  'what was not accepted is not remembered',
  AT_LENGTH,
  async ({ page, shop, openProduct, widget, complaints }) => {
    await openProduct('camp-lantern', { options: '{"retries":0}' });
    shop.sandbox.setMode('500', 1);
    await widget.subscribe(EMAIL);
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.kept);
    expect(await readEntries(page)).toEqual({ session: null, local: null });
    await takeLogged(complaints, ['500']);
  },
);

test('the end of the widget forgets nothing', AT_LENGTH, async ({ page, openProduct, widget }) => {
  await openProduct('camp-lantern');
  await subscribe(widget, EMAIL);
  await (await getRunningHandle(page)).evaluate((handle) => handle.destroy());
  await page.reload();
  await widget.button.click();
  await expect(widget.email).toHaveValue(EMAIL);
});

test(
  'the address that a customer types who is logged in is not remembered',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    await openProduct('camp-lantern', { customer: 'session', ...setting('local') });
    await subscribe(widget, EMAIL);
    expect(await readEntries(page)).toEqual({ session: null, local: null });
  },
);
