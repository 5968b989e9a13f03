import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { drop, type Kept, keep, listKept, note, readKept } from '../../src/subscribe/kept.ts';
import { blockStorage, fillStorage, readStorage } from '../support/storage.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-03-01T12:00:00Z');

const product = { id: '13', name: 'Tee', type: 'simple', attributes: [], variants: [] } as const;

/** A subscription as it is kept. */
const kept = (more: Partial<Kept['subscription']> = {}, others: Partial<Kept> = {}): Kept => ({
  subscription: { a: 'DEMO01', email: 'sam@example.com', variant: '2003', store: '1', ...more },
  offer: { product, variants: [] },
  madeAt: Date.now(),
  notBefore: 0,
  tries: 0,
  ...others,
});

/** Keeps it; an error where that is not possible. */
function put(one: Kept = kept()): string {
  const key = keep(one);
  if (!key) throw new Error('It is not kept.');
  return key;
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  localStorage.clear();
});

describe('what is kept', () => {
  test('is there again as it was, after as many page views as it takes', () => {
    const one = kept({ g: 'XyZ123', catalogue: '1-1' }, { notBefore: NOW + 5000 });
    const key = put(one);
    expect(listKept()).toEqual([key]);
    expect(readKept(key)).toEqual(one);
    expect(readKept(key)).toEqual(one);
  });

  test('has an entry of its own, named by what makes it the same subscription', () => {
    const key = put();
    expect(key).toBe('back-in-stock:["DEMO01","sam@example.com","2003","1"]');
    expect(Object.keys(readStorage())).toEqual([key]);
  });

  test('is named when it goes because it has grown too old, and only then', () => {
    const old = kept({ variant: '2004' }, { madeAt: NOW - DAY });
    localStorage.setItem('back-in-stock:old', JSON.stringify(old));
    localStorage.setItem('back-in-stock:spoilt', '{');
    localStorage.setItem('back-in-stock:future', JSON.stringify(kept({}, { madeAt: NOW + DAY })));
    const expired = vi.fn();
    expect(listKept(expired)).toEqual([]);
    expect(expired.mock.calls).toEqual([[old.offer]]);
    expect(listKept(expired)).toEqual([]);
    expect(expired).toHaveBeenCalledTimes(1);
  });

  test('is gone when it is dropped, and the others are not', () => {
    const [first, second] = [put(), put(kept({ variant: '2004' }))];
    drop(first);
    expect(readKept(first)).toBeUndefined();
    expect(listKept()).toEqual([second]);
    drop(first);
    expect(listKept()).toEqual([second]);
  });

  test('is replaced by the same subscription, so that the last one counts', () => {
    put(kept({ g: 'XyZ123' }));
    const key = put(kept({ g: '' }));
    expect(listKept()).toEqual([key]);
    expect(readKept(key)?.subscription.g).toBe('');
  });

  test.each([{ a: 'OTHER' }, { email: 'kim@example.com' }, { variant: '2004' }, { store: '2' }])(
    'is kept beside one that differs in %j',
    (other) => {
      put();
      put(kept(other));
      expect(listKept()).toHaveLength(2);
    },
  );

  test('is not taken for another one whose fields only look alike when they are joined', () => {
    put(kept({ email: 'sam@example.com","2003', variant: '1' }));
    put(kept({ email: 'sam@example.com', variant: '2003","1' }));
    expect(listKept()).toHaveLength(2);
  });
});

describe('a day', () => {
  test('is how long it is kept', () => {
    const key = put();
    vi.setSystemTime(NOW + DAY - 1);
    expect(readKept(key)).toBeDefined();
    vi.setSystemTime(NOW + DAY);
    expect(readKept(key)).toBeUndefined();
    expect(readStorage()).toEqual({});
  });

  test('bears a clock that is set right by a minute', () => {
    const key = put();
    vi.setSystemTime(NOW - 60_000);
    expect(readKept(key)).toBeDefined();
  });

  test.each([60_001, DAY, 1000 * DAY])(
    'passes for an address that a clock which jumps back by %i ms would keep for ever',
    (jump) => {
      const key = put();
      vi.setSystemTime(NOW - jump);
      expect(listKept()).toEqual([]);
      expect(readKept(key)).toBeUndefined();
      expect(readStorage()).toEqual({});
    },
  );

  test('passes for what another script dates in the future', () => {
    const key = put(kept({}, { madeAt: NOW + 1000 * DAY }));
    expect(readKept(key)).toBeUndefined();
    expect(readStorage()).toEqual({});
  });

  test('counts from when it was made, not from when it was written last', () => {
    const key = put();
    vi.setSystemTime(NOW + 20 * HOUR);
    const before = readKept(key);
    if (!before) throw new Error('It is gone.');
    put({ ...before, notBefore: NOW + 21 * HOUR });
    vi.setSystemTime(NOW + DAY);
    expect(readKept(key)).toBeUndefined();
  });
});

describe('a time to wait for', () => {
  test.each([0, -1, NOW, NOW + HOUR, NOW + HOUR + 60_000])('is kept as it is: %i', (notBefore) => {
    expect(readKept(put(kept({}, { notBefore })))?.notBefore).toBe(notBefore);
  });

  test.each([NOW + HOUR + 60_001, NOW + 1000 * DAY, Number.MAX_VALUE, 'soon', {}, null, undefined])(
    'that no failure can have set holds nothing up: %j',
    (notBefore) => {
      const key = put(kept({}, { notBefore: notBefore as number }));
      expect(readKept(key)?.notBefore).toBe(0);
    },
  );

  test.each([
    [undefined, 0],
    [null, 0],
    ['many', 0],
    [-3, 0],
    [{}, 0],
    [2.5, 2],
    [7, 7],
  ])('comes with a count of tries, also where the entry says %j', (tries, count) => {
    expect(readKept(put(kept({}, { tries: tries as number })))?.tries).toBe(count);
  });
});

describe('what is noted', () => {
  test('is noted beside what was kept', () => {
    const key = put();
    expect(note(key, { tries: 2, notBefore: NOW + 7 })).toBe(true);
    expect(readKept(key)).toEqual(kept({}, { tries: 2, notBefore: NOW + 7 }));
  });

  test('of what is gone brings nothing back', () => {
    const key = put();
    drop(key);
    expect(note(key, { tries: 1, notBefore: NOW })).toBe(false);
    expect(readStorage()).toEqual({});
  });

  test('is noted whatever else is kept', () => {
    const keys = Array.from({ length: 20 }, (_, number) => put(kept({ variant: `${number}` })));
    // Two tabs together may keep one more.
    localStorage.setItem('back-in-stock:more', JSON.stringify(kept({ variant: 'more' })));
    for (const key of keys) expect(note(key, { tries: 1, notBefore: NOW })).toBe(true);
  });

  test('is not noted where the storage is full, and says so', () => {
    const key = put();
    fillStorage();
    expect(note(key, { tries: 1, notBefore: NOW })).toBe(false);
    expect(readKept(key)).toEqual(kept());
  });
});

describe('twenty', () => {
  const fill = (count: number) => {
    for (let number = 0; number < count; number += 1) put(kept({ variant: `${number}` }));
  };

  test('are kept, and no more', () => {
    fill(20);
    expect(keep(kept({ variant: 'one more' }))).toBeUndefined();
    expect(listKept()).toHaveLength(20);
  });

  test('may each be written again', () => {
    fill(20);
    expect(keep(kept({ variant: '19', g: 'XyZ123' }))).toBeDefined();
    expect(keep(kept({ variant: '0' }))).toBeDefined();
    expect(listKept()).toHaveLength(20);
  });

  test('make room when one has got its answer', () => {
    fill(20);
    drop(listKept()[7] ?? '');
    expect(keep(kept({ variant: 'one more' }))).toBeDefined();
  });

  test('make room when they are too old', () => {
    fill(20);
    vi.setSystemTime(NOW + DAY);
    const key = put(kept({ variant: 'one more' }));
    expect(listKept()).toEqual([key]);
  });

  test('are not counted with what other scripts keep, and not with what is spoilt', () => {
    for (let number = 0; number < 30; number += 1) {
      localStorage.setItem(`other:${number}`, '{}');
      localStorage.setItem(`back-in-stock:${number}`, 'spoilt');
    }
    expect(keep(kept())).toBeDefined();
  });
});

describe('what is spoilt', () => {
  const key = 'back-in-stock:["DEMO01","sam@example.com","2003","1"]';

  test.each([
    '',
    ' ',
    'null',
    'true',
    '0',
    '1772366400000',
    '"text"',
    '[]',
    '{}',
    '{"madeAt": null}',
    '{"madeAt": "yesterday"}',
    '{"madeAt": {"valueOf": 1, "toString": 1}}',
    '{"subscription": {}, "madeAt": 0}',
    '{"subscription": {"a": "DEMO01"',
    '<!doctype html>',
    '\u0000',
  ])('as %j, is not there, and goes', (text) => {
    localStorage.setItem(key, text);
    expect(readKept(key)).toBeUndefined();
    expect(readStorage()).toEqual({});
  });

  test('makes room for what is not', () => {
    localStorage.setItem(key, '{');
    expect(readKept(put())).toBeDefined();
  });
});

test('what other scripts keep is neither read nor removed', () => {
  const foreign = {
    'mage-cache-storage': '{}',
    'back-in-stock': '{',
    'my:back-in-stock:1': '{',
    'BACK-IN-STOCK:1': '{',
    '': 'empty',
  };
  for (const [key, text] of Object.entries(foreign)) localStorage.setItem(key, text);
  const key = put();
  expect(listKept()).toEqual([key]);
  drop(key);
  vi.setSystemTime(NOW + 2 * DAY);
  expect(listKept()).toEqual([]);
  expect(readStorage()).toEqual(foreign);
});

describe('storage that is blocked', () => {
  test('keeps nothing, and throws nothing', () => {
    const key = put();
    blockStorage();
    expect(keep(kept())).toBeUndefined();
    expect(listKept()).toEqual([]);
    expect(readKept(key)).toBeUndefined();
    expect(() => drop(key)).not.toThrow();
  });

  test.each([null, undefined])('by being %s, as by some settings, is the same', (storage) => {
    vi.spyOn(globalThis, 'localStorage', 'get').mockReturnValue(storage as unknown as Storage);
    expect(keep(kept())).toBeUndefined();
    expect(listKept()).toEqual([]);
    expect(readKept('back-in-stock:1')).toBeUndefined();
    expect(() => drop('back-in-stock:1')).not.toThrow();
  });
});

describe('storage that is full', () => {
  test('keeps what it has, and says that it takes no more', () => {
    const key = put();
    fillStorage();
    expect(keep(kept({ variant: '2004' }))).toBeUndefined();
    expect(listKept()).toEqual([key]);
    expect(readKept(key)).toBeDefined();
  });

  test('lets go of what has got its answer', () => {
    const key = put();
    fillStorage();
    drop(key);
    expect(listKept()).toEqual([]);
  });
});
