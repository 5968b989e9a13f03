import { afterEach, describe, expect, test, vi } from 'vitest';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import { listen } from '../support/announced.ts';
import { watchConsole } from '../support/console.ts';
import { startKlaviyo } from '../support/klaviyo.ts';
import { ACCEPTED, BROKEN, REFUSED } from '../support/klaviyo-answers.ts';
import { provideLocks } from '../support/locks.ts';
import { leavePage, showMarkup, showProductPage } from '../support/luma-page.ts';
import { openModal } from '../support/modal.ts';
import { goOnline, makeOlder } from '../support/outbox.ts';
import { readStorage } from '../support/storage.ts';
import { loadWidget, SETTINGS, settle, startWidget, waitForButton } from '../support/widget.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const countKept = () =>
  Object.keys(localStorage).filter((key) => key.startsWith('back-in-stock:')).length;

/** A page view on which a shopper subscribes, and nothing gets through; long enough ago for another try. */
async function leaveUnsent(): Promise<void> {
  startKlaviyo('unreachable');
  const { handle, shopper, email, submit, waitForStatus } = await openModal({
    page: 'camp-lantern',
    options: { retries: 0 },
  });
  await shopper.type(email(), 'sam@example.com');
  await shopper.click(submit());
  await waitForStatus(DEFAULT_TEXTS.kept);
  handle.destroy();
  leavePage();
  expect(countKept()).toBe(1);
  makeOlder(30_000);
}

describe('the next page view sends what an earlier one could not', () => {
  test('on the same page', async () => {
    await leaveUnsent();
    const requests = startKlaviyo(ACCEPTED);
    await showProductPage('camp-lantern');
    const { on, heard, called } = listen();
    await startWidget({ ...SETTINGS, on });
    await vi.waitFor(() => expect(countKept()).toBe(0));
    expect(requests.map(({ body }) => body)).toEqual([
      'a=DEMO01&email=sam%40example.com&variant=2045&platform=magento_two&store=1',
    ]);
    await waitForButton();
    const detail = called.find(([name]) => name === 'subscribed')?.[1];
    expect(detail).toMatchObject({
      product: { id: '2045', name: 'Camp Lantern' },
      variants: [{ id: '2045' }],
    });
    expect(heard).toEqual(called);
  });

  test('on a page that is about no product and prints no store view', async () => {
    await leaveUnsent();
    const requests = startKlaviyo(ACCEPTED);
    showMarkup('<body class="cms-index-index"><h1>Welcome</h1></body>');
    const { messages } = watchConsole();
    const handle = await startWidget();
    await vi.waitFor(() => expect(countKept()).toBe(0));
    await settle(handle);
    expect(requests).toHaveLength(1);
    expect(messages).toEqual([]);
  });

  test('and announces it when it is refused there', async () => {
    await leaveUnsent();
    watchConsole();
    startKlaviyo(REFUSED);
    await showProductPage('enamel-mug');
    const { on, called } = listen();
    await startWidget({ ...SETTINGS, on });
    await vi.waitFor(() =>
      expect(called).toMatchObject([['failed', { reason: 'refused', product: { id: '2045' } }]]),
    );
    expect(called[0]?.[1].isKept).toBeFalsy();
    expect(countKept()).toBe(0);
  });

  test('and announces nothing when that fails again', async () => {
    await leaveUnsent();
    const { messages } = watchConsole();
    const requests = startKlaviyo(BROKEN);
    await showProductPage('enamel-mug');
    const { on, called } = listen();
    const handle = await startWidget({ ...SETTINGS, on });
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    await settle(handle);
    expect(countKept()).toBe(1);
    expect(called).toEqual([]);
    expect(messages).toEqual([]);
  });

  test('and announces what has grown too old, which nobody sends', async () => {
    await leaveUnsent();
    makeOlder(86_400_000);
    const requests = startKlaviyo(ACCEPTED);
    await showProductPage('enamel-mug');
    const { on, called, heard } = listen();
    const handle = await startWidget({ ...SETTINGS, on });
    await vi.waitFor(() =>
      expect(called).toMatchObject([
        ['expired', { product: { id: '2045', name: 'Camp Lantern' }, variants: [{ id: '2045' }] }],
      ]),
    );
    expect(heard).toEqual(called);
    expect(JSON.stringify(called)).not.toContain('sam@');
    await settle(handle);
    expect(requests).toEqual([]);
    expect(countKept()).toBe(0);
  });

  test('but not before it is asked to start', async () => {
    await leaveUnsent();
    const requests = startKlaviyo(ACCEPTED);
    await showProductPage('camp-lantern');
    await loadWidget();
    goOnline(true);
    expect(requests).toEqual([]);
  });

  test('but not where the settings are wrong', async () => {
    await leaveUnsent();
    watchConsole();
    const requests = startKlaviyo(ACCEPTED);
    await showProductPage('camp-lantern');
    await settle(await startWidget({ apiKey: 'pk_secret' }));
    expect(requests).toEqual([]);
    expect(countKept()).toBe(1);
  });
});

test('where nothing is kept and nothing sold out, nothing is loaded, listened for or locked', async () => {
  const locks = vi.spyOn(navigator, 'locks', 'get');
  const added = vi.spyOn(window, 'addEventListener');
  const requests = startKlaviyo(ACCEPTED);
  await showProductPage('enamel-mug');
  await settle(await startWidget());
  expect(added.mock.calls.map(([type]) => type)).not.toContain('online');
  expect(locks).not.toHaveBeenCalled();
  expect(requests).toEqual([]);
});

describe('what listens for what is kept', () => {
  test('is gone after destroy, whenever that comes', async () => {
    await leaveUnsent();
    const entries = Object.entries(readStorage());
    for (let turns = 0; turns < 60; turns += 1) {
      vi.restoreAllMocks();
      // As if none of the others had tried to send it.
      for (const [key, text] of entries) localStorage.setItem(key, text);
      const added = vi.spyOn(window, 'addEventListener');
      const removed = vi.spyOn(window, 'removeEventListener');
      startKlaviyo('silent');
      await showProductPage('camp-lantern');
      const handle = await startWidget();
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      handle.destroy();
      // The stage that was just being loaded is there by then.
      await settle(handle);
      const left = new Set(
        added.mock.calls.filter(([type]) => type === 'online').map(([, run]) => run),
      );
      for (const [, run] of removed.mock.calls) left.delete(run);
      expect(left.size, `destroyed after ${turns} turns`).toBe(0);
    }
  });

  test('is gone after destroy while the widget is being loaded, with what it has begun', async () => {
    await leaveUnsent();
    const requests = startKlaviyo('silent');
    await showProductPage('camp-lantern');
    const handle = await startWidget();
    const opening = handle.open();
    // The page has been read, and the next stage is on its way.
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    handle.destroy();
    await opening;
    await settle(handle);
    const begun = requests.length;
    expect(requests.every(({ init }) => init.signal?.aborted)).toBe(true);
    goOnline(true);
    await settle(handle);
    expect(requests).toHaveLength(begun);
    expect(countKept()).toBe(1);
  });
});

test('a shopper’s address is in no message, no event, no address and nothing on the page', async () => {
  provideLocks();
  const { messages } = watchConsole();
  const { on, called, heard } = listen();
  const addresses: string[] = [];
  await leaveUnsent();
  for (const reply of [
    BROKEN,
    { status: 410, body: '{"detail": "sam@example.com"}' },
    { body: '{"errors": ["sam@example.com is wrong"], "success": false}' },
  ]) {
    const requests = startKlaviyo(reply);
    await showProductPage('enamel-mug');
    const handle = await startWidget({ ...SETTINGS, on });
    await vi.waitFor(() => expect(requests.length).toBeGreaterThan(0));
    await settle(handle);
    addresses.push(...requests.map(({ address }) => address));
    expect(document.documentElement.outerHTML).not.toContain('sam@');
    handle.destroy();
    leavePage();
    makeOlder(600_000);
  }
  expect(countKept()).toBe(0);
  expect(called.length).toBeGreaterThan(0);
  const everything = JSON.stringify([messages, called, heard, addresses, location.href]);
  expect(everything).not.toContain('sam@');
  expect(everything).not.toContain('sam%40');
});
