import { describe, expect, test, vi } from 'vitest';
import type { Product } from '../../src/product/product.ts';
import { createShop } from '../../src/shop/shop.ts';

const COMPLETE: Product = {
  id: '13',
  name: 'Shoe',
  type: 'configurable',
  attributes: [{ id: '137', code: 't_color', label: 'Colour' }],
  variants: ['4', '10', '11'].map((id) => ({
    id,
    options: { 137: { id, label: `Colour ${id}` } },
    salable: id === '4',
  })),
};

const INCOMPLETE: Product = { ...COMPLETE, attributes: [], variants: [], isIncomplete: true };

const IN_STOCK: Product = {
  ...COMPLETE,
  variants: COMPLETE.variants.map((variant) => ({ ...variant, salable: true })),
};

/** A shop that answers when the test says so. */
function createAnsweringShop(isChecked = false) {
  const asked: string[] = [];
  const answers: ((product: Product | undefined) => void)[] = [];
  const onAnswer = vi.fn();
  const ask = (product: Product) => {
    asked.push(product.id);
    return new Promise<Product | undefined>((resolve) => answers.push(resolve));
  };
  const shop = createShop(ask, isChecked, onAnswer);
  const answer = async (product: Product | undefined) => {
    answers.shift()?.(product);
    await vi.waitFor(() => expect(onAnswer).toHaveBeenCalled());
  };
  return { ...shop, asked, answer, onAnswer };
}

const soldOut = (product: Product | undefined) =>
  product?.variants.filter(({ salable }) => !salable).map(({ id }) => id);

describe('a product of which all is known', () => {
  test('is as the page says, and nothing is asked', () => {
    const { completeOrAsk, asked } = createAnsweringShop();
    expect(completeOrAsk(COMPLETE)).toBe(COMPLETE);
    expect(asked).toEqual([]);
  });

  test('is not asked about either where stock is checked and nothing is sold out', () => {
    const { completeOrAsk, asked } = createAnsweringShop(true);
    expect(completeOrAsk(IN_STOCK)).toBe(IN_STOCK);
    expect(asked).toEqual([]);
  });
});

describe('a product of which nothing is known', () => {
  test('is unknown until the shop has answered', async () => {
    const { completeOrAsk, asked, answer, onAnswer } = createAnsweringShop();
    expect(completeOrAsk(INCOMPLETE)).toBeUndefined();
    expect(asked).toEqual(['13']);
    await answer(COMPLETE);
    expect(onAnswer).toHaveBeenCalledTimes(1);
    expect(soldOut(completeOrAsk(INCOMPLETE))).toEqual(['10', '11']);
  });

  test('is asked about only once, however often the page is read', async () => {
    const { completeOrAsk, asked, answer } = createAnsweringShop();
    for (let turn = 0; turn < 5; turn += 1) completeOrAsk({ ...INCOMPLETE });
    await answer(COMPLETE);
    for (let turn = 0; turn < 5; turn += 1) completeOrAsk({ ...INCOMPLETE });
    expect(asked).toEqual(['13']);
  });

  test('is asked about only once when there is no answer', async () => {
    const { completeOrAsk, asked, answer } = createAnsweringShop();
    completeOrAsk(INCOMPLETE);
    await answer(undefined);
    expect(completeOrAsk(INCOMPLETE)).toBeUndefined();
    expect(asked).toEqual(['13']);
  });

  test('is not mistaken for another one', async () => {
    const { completeOrAsk, asked, answer } = createAnsweringShop();
    completeOrAsk(INCOMPLETE);
    completeOrAsk({ ...INCOMPLETE, id: '29' });
    await answer(COMPLETE);
    expect(completeOrAsk({ ...INCOMPLETE, id: '29' })).toBeUndefined();
    expect(asked).toEqual(['13', '29']);
  });
});

describe('a tile', () => {
  const tile = { ...INCOMPLETE, url: 'https://shop.example/shoe.html' };

  test('is looked up once, however often its button is pressed', async () => {
    const { find, asked, answer } = createAnsweringShop();
    const both = Promise.all([find(tile), find(tile)]);
    await answer(COMPLETE);
    expect(await both).toEqual([COMPLETE, COMPLETE]);
    expect(await find(tile)).toBe(COMPLETE);
    expect(asked).toEqual(['13']);
  });
});

describe('where stock is checked', () => {
  test('what the page says to be sold out is unknown until the shop has answered', async () => {
    const { completeOrAsk, asked, answer } = createAnsweringShop(true);
    expect(completeOrAsk(COMPLETE)).toBeUndefined();
    expect(asked).toEqual(['13']);
    await answer(COMPLETE);
    expect(soldOut(completeOrAsk(COMPLETE))).toEqual(['10', '11']);
  });

  test('what has been restocked is no longer offered', async () => {
    const { completeOrAsk, answer } = createAnsweringShop(true);
    completeOrAsk(COMPLETE);
    const [, ...others] = COMPLETE.variants;
    await answer({
      ...COMPLETE,
      variants: others.map((variant) => ({ ...variant, salable: variant.id === '11' })),
    });
    expect(soldOut(completeOrAsk(COMPLETE))).toEqual(['10']);
  });

  test('what has sold out since is still offered only when the page says so', async () => {
    const { completeOrAsk, answer } = createAnsweringShop(true);
    completeOrAsk(COMPLETE);
    await answer({
      ...COMPLETE,
      variants: COMPLETE.variants.map((variant) => ({ ...variant, salable: false })),
    });
    expect(soldOut(completeOrAsk(COMPLETE))).toEqual(['10', '11']);
  });

  test.each<[string, Product | undefined]>([
    ['no answer', undefined],
    ['an answer without these variants', { ...COMPLETE, variants: [] }],
  ])('the page counts after %s', async (_name, answered) => {
    const { completeOrAsk, answer } = createAnsweringShop(true);
    completeOrAsk(COMPLETE);
    await answer(answered);
    expect(soldOut(completeOrAsk(COMPLETE))).toEqual(['10', '11']);
  });

  test('a product is left as it was given', async () => {
    const { completeOrAsk, answer } = createAnsweringShop(true);
    const before = structuredClone(COMPLETE);
    completeOrAsk(COMPLETE);
    await answer(IN_STOCK);
    expect(soldOut(completeOrAsk(COMPLETE))).toEqual([]);
    expect(COMPLETE).toEqual(before);
  });
});
