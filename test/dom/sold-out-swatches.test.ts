import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSoldOutSwatches, type SoldOutSwatches } from '../../src/ui/sold-out-swatches.ts';
import { watchConsole } from '../support/console.ts';
import { showProductPage } from '../support/luma-page.ts';
import { startSwatches } from '../support/luma-widgets.ts';
import { addSettingsTag } from '../support/product-tag.ts';
import { SETTINGS, settle, startWidget, waitForButton } from '../support/widget.ts';

let swatches: SoldOutSwatches;
/** What the page's own handlers have heard. */
let heard: string[];

const element = (id: string) => {
  const found = document.querySelector<HTMLElement>(`#${id}`);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
};

const createSwatches = (refresh: () => void = () => {}) => createSoldOutSwatches(refresh, () => {});

/** What screen readers call it. */
const nameOf = (swatch: Element) => swatch.getAttribute('aria-label');

const key = (name: string) =>
  new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });

const listen = (type: string) => (event: Event) =>
  heard.push(`${type} ${(event.target as Element).id}`);
const listeners = { click: listen('click'), keydown: listen('keydown') };

beforeEach(() => {
  heard = [];
  swatches = createSwatches();
  document.body.innerHTML = `<div role="listbox"><div id="blue" class="swatch-option disabled" role="option" aria-label="Blue" tabindex="-1"><b id="inside"></b></div>
    <div id="red" class="swatch-option"></div><div id="grey" class="swatch-option"></div></div>`;
  for (const [type, listener] of Object.entries(listeners))
    document.body.addEventListener(type, listener);
});

afterEach(() => {
  swatches.show([]);
  for (const [type, listener] of Object.entries(listeners))
    document.body.removeEventListener(type, listener);
  document.body.innerHTML = '';
});

describe('a sold-out swatch', () => {
  const show = (onPress: () => void = () => {}, id = 'blue') =>
    swatches.show([{ element: element(id), name: 'Blue, sold out', onPress }]);

  test.each<[string, () => Event | undefined]>([
    ['a click', () => new MouseEvent('click', { bubbles: true, cancelable: true })],
    ['Enter', () => key('Enter')],
    ['Space', () => key(' ')],
  ])('opens by %s, which the page never hears', (_name, create) => {
    const onPress = vi.fn();
    show(onPress);
    const event = create();
    if (event) element('blue').dispatchEvent(event);
    expect(onPress).toHaveBeenCalledTimes(1);
    expect(heard).toEqual([]);
    expect(event?.defaultPrevented).toBe(true);
  });

  test('opens by a click on what it is drawn with', () => {
    const onPress = vi.fn();
    show(onPress);
    element('inside').click();
    expect(onPress).toHaveBeenCalledTimes(1);
  });

  test.each(['Tab', 'Escape', 'ArrowRight', 'a'])('leaves %s to the page', (name) => {
    const onPress = vi.fn();
    show(onPress);
    const event = key(name);
    element('blue').dispatchEvent(event);
    expect(onPress).not.toHaveBeenCalled();
    expect(event.defaultPrevented).toBe(false);
    expect(heard).toEqual(['keydown blue']);
  });

  test('leaves clicks on other swatches to the page', () => {
    const onPress = vi.fn();
    show(onPress);
    element('red').click();
    expect(onPress).not.toHaveBeenCalled();
    expect(heard).toEqual(['click red']);
  });

  test('can be reached, by pointer and keyboard, and says what it is', () => {
    show();
    const blue = element('blue');
    expect(blue.tabIndex).toBe(0);
    expect(blue.getAttribute('role')).toBe('option');
    expect(nameOf(blue)).toBe('Blue, sold out');
    expect(blue.style.pointerEvents).toBe('auto');
  });

  test('without a role is a button', () => {
    show(undefined, 'grey');
    expect(element('grey').getAttribute('role')).toBe('button');
  });

  test('opens what it is for now, not what it was for at first', () => {
    const first = vi.fn();
    const second = vi.fn();
    show(first);
    show(second);
    element('blue').click();
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledTimes(1);
  });

  test('with a name that looks like HTML has it as a text', () => {
    swatches.show([{ element: element('blue'), name: '"><img src=x>', onPress: () => {} }]);
    expect(nameOf(element('blue'))).toBe('"><img src=x>');
    expect(document.querySelector('img')).toBeNull();
  });

  test('that fails to open throws nothing into the page', () => {
    const { errors } = watchConsole();
    show(() => {
      throw new Error('No form today');
    });
    expect(() => element('blue').click()).not.toThrow();
    expect(errors).toEqual([expect.stringContaining('No form today')]);
  });
});

describe('a swatch that is no longer sold out', () => {
  test('is as it was, and the page hears of it again', () => {
    const before = document.body.innerHTML;
    const onPress = vi.fn();
    swatches.show([
      { element: element('blue'), name: 'Blue', onPress },
      { element: element('grey'), name: 'Grey', onPress },
    ]);
    swatches.show([]);
    expect(document.body.innerHTML).toBe(before);
    element('blue').click();
    element('grey').dispatchEvent(key('Enter'));
    expect(onPress).not.toHaveBeenCalled();
    expect(heard).toEqual(['click blue', 'keydown grey']);
  });

  test('is let go of alone', () => {
    const onPress = vi.fn();
    const both = ['blue', 'grey'].map((id) => ({ element: element(id), name: id, onPress }));
    const untouched = element('grey').outerHTML;
    swatches.show(both);
    swatches.show(both.slice(0, 1));
    expect(element('grey').outerHTML).toBe(untouched);
    element('blue').click();
    expect(onPress).toHaveBeenCalledTimes(1);
  });
});

describe('a press', () => {
  test('reads the page first: what is no longer sold out gets its click, and nothing else happens', () => {
    const onPress = vi.fn();
    const refreshing = createSwatches(() => refreshing.show([]));
    for (const event of [
      new MouseEvent('click', { bubbles: true, cancelable: true }),
      key('Enter'),
    ]) {
      refreshing.show([{ element: element('blue'), name: 'Blue, sold out', onPress }]);
      element('blue').dispatchEvent(event);
      expect(event.defaultPrevented).toBe(false);
    }
    expect(onPress).not.toHaveBeenCalled();
    expect(heard).toEqual(['click blue', 'keydown blue']);
  });

  test('opens what the swatch is for at that moment', () => {
    const [stale, fresh] = [vi.fn(), vi.fn()];
    const one = (onPress: () => void) => [{ element: element('blue'), name: 'Blue', onPress }];
    const refreshing = createSwatches(() => refreshing.show(one(fresh)));
    refreshing.show(one(stale));
    element('blue').click();
    expect(stale).not.toHaveBeenCalled();
    expect(fresh).toHaveBeenCalledTimes(1);
    refreshing.show([]);
  });

  test('of anything else reads nothing', () => {
    const refresh = vi.fn();
    const refreshing = createSwatches(refresh);
    refreshing.show([{ element: element('blue'), name: 'Blue', onPress: () => {} }]);
    element('red').click();
    element('blue').dispatchEvent(key('Tab'));
    expect(refresh).not.toHaveBeenCalled();
    refreshing.show([]);
  });
});

describe('the name of a sold-out swatch', () => {
  const show = (name: string) =>
    swatches.show([{ element: element('blue'), name, onPress: () => {} }]);

  test('that a translator has changed stays, until there is a new one of ours', () => {
    show('Blue, sold out');
    element('blue').setAttribute('aria-label', 'Bleu, épuisé');
    show('Blue, sold out');
    expect(nameOf(element('blue'))).toBe('Bleu, épuisé');
    show('Navy, sold out');
    expect(nameOf(element('blue'))).toBe('Navy, sold out');
    swatches.show([]);
    expect(nameOf(element('blue'))).toBe('Blue');
  });
});

test('two areas of a page have swatches of their own', () => {
  const pressed: string[] = [];
  const others = createSwatches();
  const one = (id: string) => [{ element: element(id), name: id, onPress: () => pressed.push(id) }];
  swatches.show(one('blue'));
  others.show(one('grey'));
  element('grey').click();
  element('blue').click();
  others.show([]);
  element('blue').click();
  element('grey').click();
  expect(pressed).toEqual(['grey', 'blue', 'blue']);
  expect(heard).toEqual(['click grey']);
});

test('nothing is listened to while nothing is sold out', () => {
  const added = vi.spyOn(window, 'addEventListener');
  const removed = vi.spyOn(window, 'removeEventListener');
  swatches.show([]);
  expect(added).not.toHaveBeenCalled();
  swatches.show([{ element: element('blue'), name: 'Blue', onPress: () => {} }]);
  swatches.show([]);
  const calls = (spy: typeof added | typeof removed) =>
    spy.mock.calls.map(([type, listener, options]) => [type, listener, options] as const);
  expect(calls(added)).toHaveLength(2);
  for (const call of calls(added)) expect(calls(removed)).toContainEqual(call);
  vi.restoreAllMocks();
});

describe('on a page of Luma', () => {
  const BLUE = '[data-attribute-id="93"] [data-option-id="51"]';

  const find = (selector: string) => {
    const found = document.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`The page has no ${selector}.`);
    return found;
  };

  /** What Magento's widget marks as sold out. */
  function disable(...selectors: readonly string[]): void {
    for (const selector of selectors) find(selector).classList.add('disabled');
  }

  test('a swatch that is crossed out although all that has it can be bought stays as it is', async () => {
    await showProductPage('trail-runner');
    startSwatches('trail-runner');
    const green = '[data-attribute-id="93"] [data-option-id="50"]';
    disable(green, BLUE);
    const before = find(green).outerHTML;
    const handle = await startWidget();
    await waitForButton();
    await settle(handle);
    expect(find(green).outerHTML).toBe(before);
  });

  test.each([
    ['init', { ...SETTINGS, soldOutSwatches: false }],
    ['the JSON tag', SETTINGS],
  ])('stay as they are where %s says so', async (from, options) => {
    await showProductPage('trail-runner');
    startSwatches('trail-runner');
    disable(BLUE);
    if (from !== 'init') addSettingsTag({ soldOutSwatches: false });
    const before = find(BLUE).outerHTML;
    const handle = await startWidget(options);
    await waitForButton();
    await settle(handle);
    expect(find(BLUE).outerHTML).toBe(before);
  });
});
