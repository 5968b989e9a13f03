import { describe, expect, test, vi } from 'vitest';
import type { Handle } from '../../src/back-in-stock.ts';
import { showProductPage } from '../support/luma-page.ts';
import { chooseSwatch, startSwatches } from '../support/luma-widgets.ts';
import {
  findButtons,
  readOffer,
  settle,
  startWidget,
  waitForButton,
  waitForNoButton,
} from '../support/widget.ts';

const COLOUR = '93';
const SIZE = '144';
const FABRIC = '151';
const RED = '49';
const GREEN = '50';
const SIZE_40 = '166';
const SIZE_42 = '168';

const waitForOffer = (handle: Handle, expected: string[]) =>
  vi.waitFor(async () => expect(await readOffer(handle)).toEqual(expected));

describe.each(['2.4.6', '2.4.1', '2.3.5'] as const)('Magento %s', (magento) => {
  const isOld = magento === '2.3.5';

  test('offers all that is sold out before the first choice', async () => {
    await showProductPage('trail-runner', { magento });
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['2003', '2009', '2010', '2011', '2012']);
  });

  test('follows the choice of a shopper', async () => {
    await showProductPage('trail-runner', { magento });
    startSwatches('trail-runner', undefined, isOld);
    const handle = await startWidget();
    await waitForButton();

    chooseSwatch(COLOUR, GREEN);
    await waitForNoButton();

    chooseSwatch(COLOUR, RED);
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['2003']);

    chooseSwatch(SIZE, SIZE_40);
    await waitForNoButton();

    chooseSwatch(SIZE, SIZE_42);
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['2003']);

    chooseSwatch(COLOUR, undefined);
    await waitForOffer(handle, ['2003', '2011']);
  });

  test('says nothing where sold-out children are hidden, because it cannot know them', async () => {
    await showProductPage('trail-runner', { magento, stock: 'hidden' });
    const handle = await startWidget();
    expect(await handle.open()).toBe(false);
    expect(findButtons()).toEqual([]);
  });
});

test('a select that the swatch widget draws is followed like a swatch', async () => {
  await showProductPage('everyday-hoodie');
  startSwatches('everyday-hoodie');
  const handle = await startWidget();
  await waitForButton();
  expect(await readOffer(handle)).toEqual(['2024', '2026']);

  chooseSwatch(FABRIC, '172');
  await waitForOffer(handle, ['2024']);
  chooseSwatch(COLOUR, GREEN);
  await waitForNoButton();
});

test('nothing is offered where everything can be bought', async () => {
  await showProductPage('crew-tee');
  const handle = await startWidget();
  expect(await handle.open()).toBe(false);
  expect(findButtons()).toEqual([]);
});

test('a choice that was made before the widget starts counts from the beginning', async () => {
  await showProductPage('trail-runner');
  startSwatches('trail-runner');
  chooseSwatch(COLOUR, RED);
  chooseSwatch(SIZE, SIZE_42);
  const handle = await startWidget();
  await waitForButton();
  expect(await readOffer(handle)).toEqual(['2003']);
});

test('a choice of what can be bought shows no button from the beginning', async () => {
  await showProductPage('trail-runner');
  startSwatches('trail-runner');
  chooseSwatch(COLOUR, RED);
  chooseSwatch(SIZE, SIZE_40);
  const handle = await startWidget();
  await settle(handle);
  expect(findButtons()).toEqual([]);
});

test('the parent is never among what is offered', async () => {
  await showProductPage('trail-runner');
  const handle = await startWidget();
  await waitForButton();
  expect(await readOffer(handle)).not.toContain('2013');
  expect(await handle.open('2013')).toBe(false);
});
