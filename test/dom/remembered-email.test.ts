import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  forgetOtherEmails,
  readEmail,
  rememberEmail,
} from '../../src/subscribe/remembered-email.ts';
import { blockStorage, fillStorage } from '../support/storage.ts';

// Where an e-mail address is remembered, and how long.

const ENTRY = 'back-in-stock-email';
const SAM = 'sam@example.com';
const DAY = 86_400_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1, 12) });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  localStorage.clear();
  sessionStorage.clear();
});

const stored = () => ({ local: { ...localStorage }, session: { ...sessionStorage } });

test.each([
  ['session', { session: { [ENTRY]: `20544 ${SAM}` }, local: {} }],
  ['local', { session: {}, local: { [ENTRY]: `20544 ${SAM}` } }],
] as const)('%s: the address is there and nowhere else', (place, expected) => {
  rememberEmail(place, ` ${SAM} `);
  expect(stored()).toEqual(expected);
  expect(readEmail(place)).toBe(SAM);
});

test('off: nothing is stored, and nothing is read', () => {
  rememberEmail('off', SAM);
  expect(stored()).toEqual({ local: {}, session: {} });
  rememberEmail('local', SAM);
  rememberEmail('session', SAM);
  expect(readEmail('off')).toBe('');
});

test.each([
  ['session', ['session']],
  ['local', ['local']],
  ['off', []],
] as const)('%s removes what other settings have stored', (place, left) => {
  rememberEmail('session', SAM);
  rememberEmail('local', SAM);
  forgetOtherEmails(place);
  const { local, session } = stored();
  const places = [...(local[ENTRY] ? ['local'] : []), ...(session[ENTRY] ? ['session'] : [])];
  expect(places).toEqual(left);
});

test('a later address takes the place of the one before', () => {
  rememberEmail('session', SAM);
  rememberEmail('session', 'kim@example.com');
  expect(readEmail('session')).toBe('kim@example.com');
});

describe('an address', () => {
  test('is not filled in 90 days after it was used last', () => {
    rememberEmail('local', SAM);
    vi.setSystemTime(Date.now() + 89 * DAY);
    expect(readEmail('local')).toBe(SAM);
    vi.setSystemTime(Date.now() + DAY);
    expect(readEmail('local')).toBe('');
  });

  test('does not count when its day is further away than a clock can have put it', () => {
    rememberEmail('local', SAM);
    vi.setSystemTime(Date.now() - DAY);
    expect(readEmail('local')).toBe('');
  });
});

test.each(['', SAM, `soon ${SAM}`, '20544', '20544 ', '{}', `1e9 ${SAM}`])(
  'a storage with %j has no address',
  (text) => {
    localStorage.setItem(ENTRY, text);
    expect(readEmail('local')).toBe('');
  },
);

describe('a storage', () => {
  test('that is blocked has no address', () => {
    blockStorage();
    rememberEmail('local', SAM);
    forgetOtherEmails('session');
    expect(readEmail('local')).toBe('');
  });

  test('that is full keeps the address before', () => {
    rememberEmail('local', SAM);
    fillStorage();
    rememberEmail('local', 'kim@example.com');
    expect(readEmail('local')).toBe(SAM);
  });
});
