import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { AT_LENGTH, atLengthUnless } from './at-length.ts';
import { expect, type Page, takeComplaints, test } from './fixtures.ts';
import { openByHandle, waitForOptions } from './readiness.ts';

const readGlobals = (page: Page) => page.evaluate(() => Object.getOwnPropertyNames(window));

for (const { way, added } of [
  { way: 'script', added: ['BackInStock'] },
  { way: 'script-twice', added: ['BackInStock'] },
  { way: 'requirejs', added: [] },
  { way: 'mage-init', added: [] },
  { way: 'esm', added: [] },
]) {
  test(
    `${way}: adds ${added.join() || 'nothing'} to the globals of the page`,
    atLengthUnless(way === 'script'),
    async ({ page, openProduct, widget }) => {
      await openProduct('trail-runner', { way: 'none' });
      await waitForOptions(page);
      const before = await readGlobals(page);
      expect(before).toContain('jQuery');

      await openProduct('trail-runner', { way });
      await waitForOptions(page);
      // Everything has run: configuration, modal, validation and request.
      await widget.subscribe('sam@example.com', 'Red / 42');
      await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
      const after = await readGlobals(page);
      expect(after.filter((name) => !before.includes(name))).toEqual(added);
    },
  );
}

test(
  'the settings of a zod that the page has are left alone',
  AT_LENGTH,
  async ({ page, openProduct, widget }) => {
    const key = '__zod_globalConfig';
    await page.addInitScript((name) => Reflect.set(window, name, { jitless: true }), key);
    await openProduct('trail-runner');
    await widget.subscribe('sam@example.com', 'Red / 42');
    await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
    expect(await page.evaluate((name) => Reflect.get(window, name), key)).toEqual({
      jitless: true,
    });
  },
);

const FORGETFUL = { rememberDays: 0, rememberEmail: 'off' };

test('nothing of the shopper is left in the address, the storage or the cookies, where nothing shall be remembered', async ({
  page,
  context,
  openProduct,
  widget,
}) => {
  await openProduct('trail-runner', { options: JSON.stringify(FORGETFUL) });
  const address = page.url();
  const cookies = await context.cookies();
  await widget.subscribe('sam@example.com', 'Red / 42');
  await expect(widget.status).toHaveText(DEFAULT_TEXTS.success);
  await widget.submit.click();
  await expect(widget.dialog).toHaveCount(0);
  expect(page.url()).toBe(address);
  expect(await context.cookies()).toEqual(cookies);
  const kept = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: await indexedDB.databases(),
    history: history.state,
    entries: history.length,
    name: window.name,
  }));
  expect(kept).toEqual({
    // What Magento itself keeps of a guest.
    local: { 'mage-cache-storage': '{}' },
    session: {},
    databases: [],
    history: null,
    entries: 2,
    name: '',
  });
});

test('two copies of the script are one widget', async ({
  page,
  openProduct,
  widget,
  shop,
  complaints,
}) => {
  await openProduct('trail-runner', { way: 'script-twice' });
  await expect(widget.button).toHaveCount(1);
  // A third copy, of another kind, finds the same widget.
  const isSame = await page.evaluate(async (address) => {
    const { init } = await import(address);
    const global = Reflect.get(window, 'BackInStock');
    return init({ apiKey: 'OTHER1' }) === global.init();
  }, `${shop.origin}/dist/back-in-stock.mjs`);
  expect(isSame).toBe(true);
  // Of the copy with another key, and not of the call without settings.
  await takeComplaints(complaints, ['is running already, so that the settings']);
  expect(await openByHandle(page)).toBe(true);
  await expect(page.locator('back-in-stock-modal')).toHaveCount(1);
  await expect(page.locator('.back-in-stock')).toHaveCount(1);
});
