import { describe, expect, test } from 'vitest';
import { showProductPage } from '../support/luma-page.ts';
import { chooseSwatch, startSwatches } from '../support/luma-widgets.ts';
import {
  findDialog,
  openDialog,
  SETTINGS,
  settle,
  startWidget,
  waitForButton,
} from '../support/widget.ts';

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

  test('with the modal open', async () => {
    await showProductPage('trail-runner');
    const before = document.documentElement.outerHTML;
    const handle = await startWidget(settings);
    await handle.open();
    openDialog();
    handle.destroy();
    expect(document.documentElement.outerHTML).toBe(before);
    expect(findDialog()).toBeUndefined();
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
