import { describe, expect, test } from 'vitest';
import { showProductPage } from '../support/luma-page.ts';
import { chooseFromDropdown, startDropdowns } from '../support/luma-widgets.ts';
import {
  findButtons,
  openDialog,
  readOffer,
  startWidget,
  waitForButton,
  waitForNoButton,
} from '../support/widget.ts';

const FABRIC = '151';
const FIT = '152';
const COTTON = '171';
const LINEN = '173';
const SLIM = '174';
const REGULAR = '175';
const LOOSE = '176';

describe.each(['2.4.6', '2.4.1', '2.3.5'] as const)('Magento %s', (magento) => {
  test('offers all that is sold out before the first choice', async () => {
    await showProductPage('harbour-jacket', { magento });
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['2015', '2017', '2020', '2021']);
  });

  test('follows the choice of a shopper, although no change event gets beyond the body', async () => {
    await showProductPage('harbour-jacket', { magento });
    startDropdowns('harbour-jacket');
    const handle = await startWidget();
    await waitForButton();

    chooseFromDropdown(FABRIC, COTTON);
    chooseFromDropdown(FIT, SLIM);
    await waitForNoButton();

    chooseFromDropdown(FIT, REGULAR);
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['2015']);

    chooseFromDropdown(FIT, LOOSE);
    await waitForNoButton();

    chooseFromDropdown(FIT, '');
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['2015']);
  });

  test('says nothing where sold-out children are hidden, because it cannot know them', async () => {
    await showProductPage('harbour-jacket', { magento, stock: 'hidden' });
    const handle = await startWidget();
    expect(await handle.open()).toBe(false);
    expect(findButtons()).toEqual([]);
  });
});

test('the difference in price, which Luma’s widget adds to its labels, is no part of a name', async () => {
  await showProductPage('harbour-jacket');
  startDropdowns('harbour-jacket');
  const form = document.querySelector('#product_addtocart_form') ?? document.body;
  const { jQuery } = window as unknown as {
    jQuery: (element: Element) => {
      data(key: string): {
        options: { spConfig: { attributes: Record<string, { options: Label[] }> } };
      };
    };
  };
  type Label = { label: string; initialLabel?: string };
  const { attributes } = jQuery(form).data('mageConfigurable').options.spConfig;
  for (const { options } of Object.values(attributes)) {
    for (const option of options) {
      option.initialLabel = option.label;
      option.label += ' +$3.00';
    }
  }
  const handle = await startWidget();
  await waitForButton();
  await handle.open();
  const names = [...openDialog().querySelectorAll('option')].slice(1).map(({ text }) => text);
  expect(names).toContain('Cotton / Regular');
  expect(names.join()).not.toContain('$');
});

test('a combination that was never made is not offered', async () => {
  await showProductPage('harbour-jacket');
  startDropdowns('harbour-jacket');
  const handle = await startWidget();
  await waitForButton();
  chooseFromDropdown(FABRIC, LINEN);
  chooseFromDropdown(FIT, LOOSE);
  await waitForNoButton();

  chooseFromDropdown(FIT, SLIM);
  await waitForButton();
  expect(await readOffer(handle)).toEqual(['2020']);
});

test('the child that Magento names too early is not believed', async () => {
  await showProductPage('harbour-jacket');
  startDropdowns('harbour-jacket');
  const early = document.querySelector<HTMLInputElement>('[name=selected_configurable_option]');
  if (!early) throw new Error('The form has that field.');
  const handle = await startWidget();
  await waitForButton();
  chooseFromDropdown(FIT, REGULAR);
  early.value = '2014';
  expect(await readOffer(handle)).toEqual(['2015', '2021']);
});
