import { describe, expect, test, vi } from 'vitest';
import { watchConsole } from '../support/console.ts';
import { showProductPage } from '../support/luma-page.ts';
import { chooseSwatch, startSwatches } from '../support/luma-widgets.ts';
import {
  findButtons,
  SETTINGS,
  settle,
  startWidget,
  waitForButton,
  waitForNoButton,
} from '../support/widget.ts';

// Themes draw parts of the page anew, and the button has to be there again after it.

const find = (selector: string): HTMLElement => {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`The page has no ${selector}.`);
  return element;
};

const waitForOneIn = (selector: string) =>
  vi.waitFor(() => {
    expect(findButtons()).toHaveLength(1);
    expect(find(selector).contains(findButtons()[0] ?? null)).toBe(true);
  });

describe('the button comes back', () => {
  test('when it has been removed', async () => {
    await showProductPage('trail-runner');
    await startWidget();
    (await waitForButton()).remove();
    await waitForOneIn('#product_addtocart_form');
  });

  test('when its surroundings have been drawn anew', async () => {
    await showProductPage('trail-runner');
    await startWidget();
    await waitForButton();
    const form = find('#product_addtocart_form');
    const copy = form.cloneNode(true) as HTMLElement;
    copy.querySelector('.back-in-stock')?.remove();
    form.replaceWith(copy);
    await waitForOneIn('#product_addtocart_form');
  });

  test('and its anchor is shown again when both have been taken off the page', async () => {
    await showProductPage('trail-runner');
    const anchor = find('.product-info-price');
    watchConsole();
    await startWidget({
      ...SETTINGS,
      trigger: { anchor: '.product-info-price', placement: 'instead' },
    });
    await waitForButton();
    anchor.remove();
    await vi.waitFor(() => expect(anchor.style.display).toBe(''));
    // An anchor that is not there any more leaves the button to its usual place.
    await waitForOneIn('#product_addtocart_form');
  });
});

test('a theme that removes the button again and again wins in the end', async () => {
  await showProductPage('trail-runner');
  const handle = await startWidget();
  await waitForButton();
  let removals = 0;
  const theme = new MutationObserver(() => {
    for (const button of findButtons()) {
      removals += 1;
      button.remove();
    }
  });
  theme.observe(document.body, { childList: true, subtree: true });
  for (const button of findButtons()) button.remove();
  // Each return costs a turn of the event loop, so that the page stays usable until the end.
  await vi.waitFor(
    async () => {
      const before = removals;
      handle.refresh();
      await settle(handle);
      await settle(handle);
      expect(removals).toBe(before);
      expect(removals).toBeGreaterThan(0);
    },
    { timeout: 30_000, interval: 100 },
  );
  expect(findButtons()).toEqual([]);
  expect(removals).toBeLessThan(5000);
  theme.disconnect();
}, 60_000);

test('the page is left alone as long as nothing changes', async () => {
  await showProductPage('trail-runner');
  startSwatches('trail-runner');
  const handle = await startWidget();
  await waitForButton();
  const mutations: MutationRecord[] = [];
  const observer = new MutationObserver((records) => mutations.push(...records));
  observer.observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    characterData: true,
  });
  handle.refresh();
  await settle(handle);
  handle.refresh();
  await settle(handle);
  mutations.push(...observer.takeRecords());
  expect(mutations).toEqual([]);
  chooseSwatch('93', '50');
  await waitForNoButton();
  observer.disconnect();
});
