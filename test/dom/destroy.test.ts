import { afterEach, describe, expect, test, vi } from 'vitest';
import { showProductPage } from '../support/luma-page.ts';
import { chooseSwatch, startSwatches } from '../support/luma-widgets.ts';
import { SETTINGS, settle, startWidget, waitForButton } from '../support/widget.ts';

describe('destroy leaves the page as it was', () => {
  const settings = { ...SETTINGS, trigger: { hideAddToCart: true } };

  test('with the button shown and Add to Cart hidden', async () => {
    await showProductPage('trail-runner', { placeholders: 2 });
    startSwatches('trail-runner');
    chooseSwatch('93', '49');
    chooseSwatch('144', '168');
    const before = document.documentElement.outerHTML;
    const handle = await startWidget(settings);
    await waitForButton();
    expect(document.documentElement.outerHTML).not.toBe(before);
    handle.destroy();
    expect(document.documentElement.outerHTML).toBe(before);
    handle.destroy();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('before anything has been shown', async () => {
    await showProductPage('trail-runner');
    const before = document.documentElement.outerHTML;
    const handle = await startWidget(settings);
    handle.destroy();
    await settle(handle);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('while the modal is being opened', async () => {
    await showProductPage('trail-runner');
    const before = document.documentElement.outerHTML;
    const handle = await startWidget(settings);
    await waitForButton();
    const opening = handle.open();
    handle.destroy();
    expect(await opening).toBe(false);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test('and follows it no longer', async () => {
    await showProductPage('trail-runner');
    startSwatches('trail-runner');
    const handle = await startWidget(settings);
    await waitForButton();
    handle.destroy();
    const before = document.documentElement.outerHTML;
    handle.refresh();
    expect(await handle.open()).toBe(false);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

describe('destroy leaves nothing behind that listens', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('on the window', async () => {
    await showProductPage('trail-runner');
    const added = vi.spyOn(window, 'addEventListener');
    const removed = vi.spyOn(window, 'removeEventListener');
    const handle = await startWidget();
    await handle.open();
    handle.destroy();
    const listeners = (spy: typeof added | typeof removed) =>
      spy.mock.calls.map(([type, listener, options]) => [type, listener, options] as const);
    expect(listeners(added).length).toBeGreaterThan(0);
    for (const listener of listeners(added)) expect(listeners(removed)).toContainEqual(listener);
  });

  test('and no observer', async () => {
    await showProductPage('trail-runner');
    const began = vi.spyOn(MutationObserver.prototype, 'observe');
    const ended = vi.spyOn(MutationObserver.prototype, 'disconnect');
    const handle = await startWidget();
    await waitForButton();
    const observing = new Set(began.mock.contexts);
    expect(observing.size).toBeGreaterThan(0);
    ended.mockClear();
    handle.destroy();
    for (const observer of observing) expect(ended.mock.contexts).toContain(observer);
  });
});
