import { afterEach, describe, expect, test } from 'vitest';
import { readStoreView } from '../../src/page/visit.ts';

const page = window as unknown as Record<string, unknown>;

afterEach(() => {
  delete page.checkout;
  delete page.CURRENT_STORE_CODE;
});

describe('the store view', () => {
  test.each<[string, object, string, string]>([
    ['of Luma is known by its id', { checkout: { storeId: '3' } }, '3', ''],
    ['may have a number for an id', { checkout: { storeId: 3 } }, '3', ''],
    ['of Hyvä is known by its code', { CURRENT_STORE_CODE: 'de' }, '', 'de'],
    ['of nothing is unknown', {}, '', ''],
    ['is unknown without an id', { checkout: {} }, '', ''],
    ['is unknown where the checkout data are null', { checkout: null }, '', ''],
    ['is unknown where they are a text', { checkout: 'soon' }, '', ''],
    ['is unknown where the id is null', { checkout: { storeId: null } }, '', ''],
    ['is unknown where the id is a list', { checkout: { storeId: ['3'] } }, '', ''],
    ['is unknown where the code is null', { CURRENT_STORE_CODE: null }, '', ''],
    ['is unknown where the code is an element', { CURRENT_STORE_CODE: document.body }, '', ''],
  ])('%s', (_name, globals, id, code) => {
    Object.assign(page, globals);
    expect(readStoreView()).toEqual({ id, code });
  });
});
