import { describe, expect, test } from 'vitest';
import type { TriggerOptions } from '../../src/configuration/options.ts';
import { watchConsole } from '../support/console.ts';
import { setStoreView, showMarkup, showProductPage } from '../support/luma-page.ts';
import {
  findButtons,
  loadWidget,
  SETTINGS,
  settle,
  startWidget,
  waitForButton,
  waitForDialog,
} from '../support/widget.ts';

/** Starts the widget with these settings of the button and waits for it. */
async function place(trigger: Partial<TriggerOptions>): Promise<HTMLElement> {
  await startWidget({ ...SETTINGS, trigger });
  return await waitForButton();
}

const find = (selector: string): Element => {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`The page has no ${selector}.`);
  return element;
};

describe('on Luma, without any setting, the button', () => {
  test('is a button that looks like the shop’s, says what opens, and submits nothing', async () => {
    await showProductPage('camp-lantern');
    const button = (await place({})) as HTMLButtonElement;
    expect(button.type).toBe('button');
    expect(button.className).toBe('action primary btn btn-primary');
    expect(button.getAttribute('aria-haspopup')).toBe('dialog');
  });

  test('comes complete, so that it is one change for whoever watches the page', async () => {
    await showProductPage('camp-lantern');
    const seen: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        const isInside = (target as Element).closest('.back-in-stock') !== null;
        if (isInside) seen.push('inside');
        for (const node of addedNodes) seen.push((node as Element).className);
      }
    });
    observer.observe(document.body, { childList: true, attributes: true, subtree: true });
    const button = await place({});
    expect(button.textContent).toBe('Notify me when available');
    observer.disconnect();
    expect(seen).toEqual(['back-in-stock']);
  });
});

describe('the merchant’s anchor', () => {
  const ANCHOR = '.product-info-price';

  test.each(['after', 'before'] as const)('has the button %s it', async (placement) => {
    await showProductPage('trail-runner');
    const button = await place({ anchor: ANCHOR, placement });
    const anchor = find(ANCHOR);
    const wrapper = find('.back-in-stock');
    expect(wrapper.contains(button)).toBe(true);
    const neighbour = placement === 'after' ? 'nextElementSibling' : 'previousElementSibling';
    expect(anchor[neighbour]).toBe(wrapper);
  });

  test('has the button inside, as the last', async () => {
    await showProductPage('trail-runner');
    const button = await place({ anchor: ANCHOR, placement: 'inside' });
    expect(find(ANCHOR).lastElementChild?.contains(button)).toBe(true);
  });

  test('is hidden as long as the button is in its place', async () => {
    await showProductPage('trail-runner');
    const anchor = find(ANCHOR) as HTMLElement;
    const before = anchor.outerHTML;
    const handle = await startWidget({
      ...SETTINGS,
      trigger: { anchor: ANCHOR, placement: 'instead' },
    });
    await waitForButton();
    expect(getComputedStyle(anchor).display).toBe('none');
    expect(anchor.nextElementSibling).toBe(find('.back-in-stock'));
    handle.destroy();
    expect(anchor.outerHTML).toBe(before);
  });

  test('keeps its own style when it comes back', async () => {
    await showProductPage('trail-runner');
    const anchor = find(ANCHOR) as HTMLElement;
    anchor.style.setProperty('display', 'grid', 'important');
    anchor.style.setProperty('color', 'red');
    const handle = await startWidget({
      ...SETTINGS,
      trigger: { anchor: ANCHOR, placement: 'instead' },
    });
    await waitForButton();
    expect(anchor.style.display).toBe('none');
    handle.destroy();
    expect(anchor.style.display).toBe('grid');
    expect(anchor.style.getPropertyPriority('display')).toBe('important');
    expect(anchor.style.color).toBe('red');
  });

  test('may be several elements, each with a button', async () => {
    await showProductPage('trail-runner');
    await place({ anchor: '.product-info-price, .product-social-links' });
    expect(findButtons()).toHaveLength(2);
  });

  test('that the page does not have gives one warning, and the button its usual place', async () => {
    await showProductPage('trail-runner');
    const { messages, warnings } = watchConsole();
    let announcements = 0;
    const shown = () => {
      announcements += 1;
    };
    const trigger = { anchor: '.nowhere' };
    const handle = await startWidget({ ...SETTINGS, trigger, on: { shown } });
    await settle(handle);
    handle.refresh();
    await settle(handle);
    expect(findButtons()).toHaveLength(1);
    expect(find('.box-tocart').nextElementSibling).toBe(find('.back-in-stock'));
    expect(messages).toHaveLength(1);
    expect(warnings[0]).toContain('data-back-in-stock');
    expect(announcements).toBe(1);
  });
});

describe('a placeholder', () => {
  test('has the button inside, whatever the anchor', async () => {
    await showProductPage('trail-runner', { placeholders: 1 });
    const button = await place({ anchor: '.product-info-price', placement: 'before' });
    expect(find('[data-back-in-stock]').contains(button)).toBe(true);
    expect(findButtons()).toHaveLength(1);
  });

  test('has one each where there are several', async () => {
    await showProductPage('trail-runner', { placeholders: 3 });
    await place({});
    for (const element of document.querySelectorAll('[data-back-in-stock]')) {
      expect(element.querySelectorAll('button')).toHaveLength(1);
    }
    expect(findButtons()).toHaveLength(3);
  });

  test('that comes later gets the button', async () => {
    await showProductPage('trail-runner');
    const handle = await startWidget();
    await waitForButton();
    find('.product-info-price').insertAdjacentHTML('afterend', '<p data-back-in-stock></p>');
    await settle(handle);
    expect(findButtons()).toHaveLength(1);
    expect(find('[data-back-in-stock] button')).toBe(findButtons()[0]);
  });

  test('that goes leaves the button to the next best place', async () => {
    await showProductPage('trail-runner', { placeholders: 1 });
    const handle = await startWidget();
    await waitForButton();
    find('[data-back-in-stock]').remove();
    await settle(handle);
    expect(find('#product_addtocart_form').contains(findButtons()[0] ?? null)).toBe(true);
    expect(findButtons()).toHaveLength(1);
  });
});

describe('a copy of the button that a theme has made has nothing behind it, and', () => {
  /** Copies the element in the way of sticky bars and of second menus for phones. */
  function copy(selector: string): Element {
    const clone = find(selector).cloneNode(true) as Element;
    document.body.append(clone);
    return clone;
  }

  test.each(['.back-in-stock', '.product-info-main'])('is taken away with %s', async (selector) => {
    await showProductPage('trail-runner');
    const handle = await startWidget();
    const button = await waitForButton();
    const clone = copy(selector);
    expect(findButtons()).toHaveLength(2);
    await settle(handle);
    expect(findButtons()).toEqual([button]);
    // What is the theme's stays.
    expect(clone.isConnected).toBe(selector !== '.back-in-stock');
  });

  test('is gone with the widget', async () => {
    await showProductPage('trail-runner');
    const handle = await startWidget();
    await waitForButton();
    copy('.back-in-stock');
    handle.destroy();
    expect(findButtons()).toEqual([]);
  });

  test('is one that works where the merchant’s anchor was copied with it', async () => {
    await showProductPage('trail-runner');
    const handle = await startWidget({
      ...SETTINGS,
      trigger: { anchor: '.product-info-price', placement: 'inside' },
    });
    await waitForButton();
    const clone = copy('.product-info-price');
    await settle(handle);
    expect(findButtons()).toHaveLength(2);
    clone.querySelector<HTMLElement>('.back-in-stock button')?.click();
    await waitForDialog();
  });

  test('is no copy where it is an element of the shop’s own with the same class', async () => {
    await showProductPage('trail-runner');
    document.body.insertAdjacentHTML('beforeend', '<p class="back-in-stock">Back soon</p>');
    const handle = await startWidget();
    await waitForButton();
    await settle(handle);
    expect(find('p.back-in-stock').textContent).toBe('Back soon');
  });

  test('is no other than one at one of several places', async () => {
    await showProductPage('trail-runner', { placeholders: 3 });
    const handle = await startWidget();
    await waitForButton();
    await settle(handle);
    expect(findButtons()).toHaveLength(3);
  });
});

test('an element that init was given is a placeholder', async () => {
  await showProductPage('trail-runner');
  const element = find('.product-social-links');
  await startWidget(SETTINGS, element);
  const button = await waitForButton();
  expect(element.contains(button)).toBe(true);
  expect(findButtons()).toHaveLength(1);
});

test('an element that is given to a later init is one too', async () => {
  await showProductPage('trail-runner');
  const init = await loadWidget();
  const handle = init(SETTINGS);
  await waitForButton();
  const element = find('.product-social-links');
  expect(init({}, element)).toBe(handle);
  await settle(handle);
  expect(findButtons()).toHaveLength(1);
  expect(element.contains(findButtons()[0] ?? null)).toBe(true);
});

test('the settings of the button are on the button', async () => {
  await showProductPage('camp-lantern', { name: 'Boot & Co' });
  await startWidget({
    ...SETTINGS,
    trigger: { classes: 'btn large', align: 'center', margin: '5px', width: '50%' },
    texts: { trigger: 'Wait for {product_name}' },
  });
  const button = await waitForButton('Wait for Boot & Co');
  expect(button.className).toBe('btn large');
  expect(button.style.width).toBe('50%');
  const wrapper = button.parentElement;
  expect(wrapper?.style.textAlign).toBe('center');
  expect(wrapper?.style.margin).toBe('5px');
});

test('a name that looks like HTML stays a text', async () => {
  const name = '<img src=x onerror="alert(1)">';
  showMarkup(`<body class="catalog-product-view"><div class="product-info-main"><h1></h1><span id="product-price-7" data-price-amount="9">$9.00</span>
    <div class="stock unavailable"></div>
    <form id="product_addtocart_form"><input name="product" value="7"></form></div></body>`);
  find('h1').textContent = name;
  setStoreView('1');
  await startWidget({ ...SETTINGS, texts: { trigger: '{product_name}' } });
  const button = await waitForButton(name);
  expect(button.childElementCount).toBe(0);
});
