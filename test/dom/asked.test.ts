import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  forgetAsked,
  nameOf,
  readAsked,
  readDay,
  rememberAsked,
} from '../../src/subscribe/asked.ts';
import { blockStorage, fillStorage } from '../support/storage.ts';

// What a browser remembers of what was asked for, and how long.

const ENTRY = 'back-in-stock-asked';
const RED = nameOf('1', '2003');
const BLUE = nameOf('1', '2009');
const DAY = 86_400_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1, 12) });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  localStorage.clear();
});

const names = (days = 90) => [...readAsked(days).keys()];

const passDays = (days: number) => vi.setSystemTime(Date.now() + days * DAY);

test('stores the store view, the id and the day that ends the time', () => {
  rememberAsked(RED, 90);
  expect({ ...localStorage }).toEqual({ [ENTRY]: `[["1:2003",${readDay() + 90}]]` });
  expect(names()).toEqual([RED]);
});

describe('a variant', () => {
  test('is remembered for as many days as the setting says', () => {
    rememberAsked(RED, 90);
    passDays(89);
    expect(names()).toEqual([RED]);
    passDays(1);
    expect(names()).toEqual([]);
  });

  test('is remembered from the last time that it was asked for', () => {
    rememberAsked(RED, 90);
    passDays(60);
    rememberAsked(BLUE, 90);
    rememberAsked(RED, 90);
    passDays(60);
    expect(names()).toEqual([BLUE, RED]);
  });

  test('is over sooner where the merchant wants fewer days than before', () => {
    rememberAsked(RED, 90);
    expect(names(30)).toEqual([]);
    passDays(60);
    expect(names(30)).toEqual([RED]);
  });

  test('is not remembered where the setting is 0', () => {
    rememberAsked(RED, 0);
    expect({ ...localStorage }).toEqual({});
    rememberAsked(RED, 90);
    expect(names(0)).toEqual([]);
  });

  test('does not count when its day is further away than a clock can have put it', () => {
    rememberAsked(RED, 90);
    passDays(-1);
    expect(names()).toEqual([]);
  });

  test('is another one in another store view', () => {
    rememberAsked(nameOf('2', '2003'), 90);
    expect(readAsked(90).has(RED)).toBe(false);
  });
});

test('what is forgotten leaves the storage, and everything else stays', () => {
  rememberAsked(RED, 90);
  rememberAsked(BLUE, 90);
  const asked = readAsked(90);
  forgetAsked(asked, [RED, nameOf('1', '2010')]);
  expect([...asked.keys()]).toEqual([BLUE]);
  expect(names()).toEqual([BLUE]);
});

test('nothing is written when there is nothing to forget', () => {
  rememberAsked(RED, 90);
  const asked = readAsked(90);
  localStorage.clear();
  forgetAsked(asked, [BLUE]);
  expect({ ...localStorage }).toEqual({});
});

test('holds a hundred, and gives up the oldest for a new one', () => {
  for (let id = 0; id < 101; id += 1) rememberAsked(nameOf('1', `${id}`), 90);
  expect(names()).toHaveLength(100);
  expect(names()[0]).toBe('1:1');
  expect(names().at(-1)).toBe('1:100');
});

describe('a storage', () => {
  test.each([
    ['', 'a text that is empty'],
    ['{"a":', 'JSON that breaks off'],
    ['null', 'null'],
    ['{}', 'an object'],
    ['7', 'a number'],
    ['[null]', 'null in a list'],
    ['[7]', 'a number in a list'],
    ['[["1:2003"]]', 'a name alone'],
    ['[["1:2003","soon"]]', 'a word for the day'],
    ['[["1:2003",1e99]]', 'a day that never comes'],
  ])('%s remembers nothing, and takes what is new (%s)', (text) => {
    localStorage.setItem(ENTRY, text);
    expect(names()).toEqual([]);
    rememberAsked(BLUE, 90);
    expect(names()).toEqual([BLUE]);
  });

  test('that is blocked remembers nothing', () => {
    blockStorage();
    rememberAsked(RED, 90);
    expect(names()).toEqual([]);
    forgetAsked(new Map([[RED, 1]]), [RED]);
  });

  test('that is full keeps what it has', () => {
    rememberAsked(RED, 90);
    fillStorage();
    rememberAsked(BLUE, 90);
    expect(names()).toEqual([RED]);
  });
});
