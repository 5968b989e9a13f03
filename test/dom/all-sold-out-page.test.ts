import { describe, expect, test, vi } from 'vitest';
import { watchConsole } from '../support/console.ts';
import { showProductPage } from '../support/luma-page.ts';
import { addProductTag, variedData } from '../support/product-tag.ts';
import { found, foundConfigurable, startShop } from '../support/shop.ts';
import {
  findButtons,
  openDialog,
  readOffer,
  SETTINGS,
  settle,
  startWidget,
  waitForButton,
} from '../support/widget.ts';

/** A configurable with sold-out children only, and its id. */
const PAGE = 'storm-shell';
const ID = 2043;

describe('a configurable of which every child is sold out', () => {
  test('offers what the shop’s GraphQL answers, asked once', async () => {
    const { questions } = startShop(found(foundConfigurable(ID)));
    await showProductPage(PAGE);
    const handle = await startWidget();
    await waitForButton();
    document.body.append('changed');
    handle.refresh();
    await settle(handle);
    expect(await readOffer(handle)).toEqual(['23', '24', '25']);
    expect(questions).toHaveLength(1);
    expect(questions[0]).toMatchObject({ address: '/graphql', init: { method: 'POST' } });
    await handle.open();
    const labels = [...openDialog().querySelectorAll('option')].map(({ text }) => text);
    expect(labels.slice(1)).toEqual(['Red', 'Green', 'Blue']);
  });

  test('shows no button before the answer', async () => {
    let answer = (_given: object) => {};
    const { questions } = startShop(
      () =>
        new Promise<object>((resolve) => {
          answer = resolve;
        }),
    );
    await showProductPage(PAGE);
    const handle = await startWidget();
    await settle(handle);
    expect(questions).toHaveLength(1);
    expect(findButtons()).toEqual([]);
    expect(await handle.open()).toBe(false);
    answer(found(foundConfigurable(ID)));
    await waitForButton();
  });

  test.each<[string, object | string]>([
    ['nothing is found', found()],
    ['the answer is a web page', '<!doctype html>'],
    ['the answer is about another product', found(foundConfigurable(7))],
    ['no child is in it', found({ ...foundConfigurable(ID), variants: [] })],
  ])('offers nothing when %s, and the console says why', async (_name, answer) => {
    const { messages } = watchConsole();
    startShop(answer);
    await showProductPage(PAGE);
    const handle = await startWidget();
    await vi.waitFor(() => expect(messages.join()).toContain('GraphQL'));
    await settle(handle);
    expect(findButtons()).toEqual([]);
    expect(await handle.open()).toBe(false);
    expect(await handle.open(String(ID))).toBe(false);
  });

  test('offers nothing when everything has come back meanwhile', async () => {
    const { questions } = startShop(found(foundConfigurable(ID, 23, 24, 25)));
    await showProductPage(PAGE);
    const handle = await startWidget();
    await vi.waitFor(() => expect(questions).toHaveLength(1));
    await settle(handle);
    expect(findButtons()).toEqual([]);
  });

  test('is not asked about where the server has printed it', async () => {
    const { questions } = startShop(found(foundConfigurable(ID)));
    await showProductPage(PAGE);
    addProductTag(variedData(String(ID)));
    const handle = await startWidget();
    await waitForButton();
    expect(await readOffer(handle)).toEqual([`${ID}01`, `${ID}02`]);
    expect(questions).toEqual([]);
  });

  test('is not asked about where the merchant has set no GraphQL', async () => {
    const { questions } = startShop(found(foundConfigurable(ID)));
    await showProductPage(PAGE);
    const { messages } = watchConsole();
    const handle = await startWidget({ ...SETTINGS, graphql: '' });
    await settle(handle);
    expect(findButtons()).toEqual([]);
    expect(questions).toEqual([]);
    expect(messages).toEqual([
      `[back-in-stock] product ${ID} seems to be sold out, and the page does not say what can be subscribed to. Set "graphql", or print data-back-in-stock-product.`,
    ]);
  });

  test('is asked about at the address, and for the store view, that the merchant has set', async () => {
    const { questions } = startShop(found(foundConfigurable(ID)));
    await showProductPage(PAGE);
    await startWidget({ ...SETTINGS, graphql: '/shop/graphql', storeCode: 'de' });
    await waitForButton();
    expect(questions).toMatchObject([
      { address: '/shop/graphql', init: { headers: { Store: 'de' } } },
    ]);
  });
});

describe('nothing is asked on a page', () => {
  test.each(['crew-tee', 'trail-runner', 'harbour-jacket', 'enamel-mug', 'camp-lantern'])(
    'such as %s, which prints everything itself',
    async (page) => {
      const { questions } = startShop(found());
      await showProductPage(page);
      const handle = await startWidget();
      await settle(handle);
      expect(questions).toEqual([]);
    },
  );

  test('that has nothing sold out, also where stock is checked', async () => {
    const { questions } = startShop(found());
    await showProductPage('crew-tee');
    const handle = await startWidget({ ...SETTINGS, checkStock: true });
    await settle(handle);
    expect(questions).toEqual([]);
  });
});

describe('where stock is checked, what the page says to be sold out', () => {
  const lantern = (salable: string) => ({
    type: 'SimpleProduct',
    id: 2045,
    sku: 'LANTERN-2',
    name: 'Camp Lantern',
    salable,
  });

  test('is offered once the shop says so too', async () => {
    const { questions } = startShop(found(lantern('OUT_OF_STOCK')));
    await showProductPage('camp-lantern');
    const handle = await startWidget({ ...SETTINGS, checkStock: true });
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['2045']);
    expect(questions).toHaveLength(1);
  });

  test('is not offered when it has come back, and was never to be seen', async () => {
    const { questions } = startShop(found(lantern('IN_STOCK')));
    const shown = vi.fn();
    await showProductPage('camp-lantern');
    const handle = await startWidget({ ...SETTINGS, checkStock: true, on: { shown } });
    await vi.waitFor(() => expect(questions).toHaveLength(1));
    await settle(handle);
    expect(findButtons()).toEqual([]);
    expect(shown).not.toHaveBeenCalled();
  });

  test('is offered when the shop gives no answer', async () => {
    watchConsole();
    startShop('<!doctype html>');
    await showProductPage('camp-lantern');
    const handle = await startWidget({ ...SETTINGS, checkStock: true });
    await waitForButton();
    expect(await readOffer(handle)).toEqual(['2045']);
  });
});
