import { afterEach, describe, expect, test, vi } from 'vitest';
import { askCustomerEmail, askShop } from '../../src/shop/graphql.ts';
import { startServer } from '../support/server.ts';
import { startShop } from '../support/shop.ts';

const SHOP = { graphql: '/graphql', timeout: 1000 };

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a question to the shop', () => {
  test('is one POST of JSON, byte for byte', async () => {
    const server = await startServer((response) => response.end('{"data": {"a": 1}}'));
    const shop = { graphql: `${server.origin}/graphql`, timeout: 5000 };
    expect(await askShop(shop, 'query($a:Int){b}', { a: 1 })).toEqual({ data: { a: 1 } });
    expect(server.requests).toMatchObject([
      {
        method: 'POST',
        path: '/graphql',
        body: '{"query":"query($a:Int){b}","variables":{"a":1}}',
      },
    ]);
    expect(server.requests[0]?.headers['content-type']).toBe('application/json');
    expect(server.requests[0]?.headers).not.toHaveProperty('store');
  });

  test('names the store view where its code is known', async () => {
    const server = await startServer((response) => response.end('{"data": {}}'));
    const shop = { graphql: `${server.origin}/graphql`, timeout: 5000, storeCode: 'de' };
    await askShop(shop, '{a}');
    expect(server.requests[0]?.headers.store).toBe('de');
  });

  test.each(['', undefined])('has no store view where its code is %j', async (storeCode) => {
    const { questions } = startShop({ data: {} });
    await askShop({ ...SHOP, storeCode }, '{a}');
    expect(questions[0]?.init.headers).toEqual({ 'Content-Type': 'application/json' });
  });

  test('goes with the shopper’s session: nothing forbids the cookies of the own origin', async () => {
    const { questions } = startShop({ data: {} });
    await askShop(SHOP, '{a}');
    expect(questions[0]?.address).toBe('/graphql');
    expect(questions[0]?.init.credentials ?? 'same-origin').toBe('same-origin');
  });

  test.each<[string, string]>([
    ['a web page', '<!doctype html>'],
    ['nothing', ''],
    ['JSON that breaks off', '{"data": {'],
  ])('is refused when %s is the answer', async (_name, body) => {
    startShop(body);
    await expect(askShop(SHOP, '{a}')).rejects.toThrow();
  });

  test('gives up when the time has run out, and the connection with it', async () => {
    vi.useFakeTimers();
    const { questions } = startShop(
      ({ init: { signal } }) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
        }),
    );
    const outcome = askShop({ ...SHOP, timeout: 2500 }, '{a}').catch((reason) => reason);
    await vi.advanceTimersByTimeAsync(2499);
    expect(questions[0]?.init.signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(questions[0]?.init.signal?.aborted).toBe(true);
    expect(await outcome).toBe('timeout');
  });

  test('leaves no timer behind', async () => {
    vi.useFakeTimers();
    startShop({ data: {} });
    await askShop(SHOP, '{a}');
    startShop('<!doctype html>');
    await askShop(SHOP, '{a}').catch(() => {});
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the e-mail address of a shopper', () => {
  test('is that of the account', async () => {
    const { questions } = startShop({ data: { customer: { email: 'sam@example.com' } } });
    expect(await askCustomerEmail({ ...SHOP, storeCode: 'de' })).toBe('sam@example.com');
    expect(questions).toHaveLength(1);
    expect(questions[0]?.query.replaceAll(/\s/g, '')).toBe('{customer{email}}');
    expect(questions[0]?.init.headers).toMatchObject({ Store: 'de' });
  });

  test.each<[string, object | string]>([
    [
      'of a guest',
      { errors: [{ message: 'The current customer isn’t authorized.' }], data: { customer: null } },
    ],
    ['without data', {}],
    ['with null', 'null'],
    ['with null for data', { data: null }],
    ['with null for the address', { data: { customer: { email: null } } }],
    ['with an object for the address', { data: { customer: { email: {} } } }],
    ['that is a web page', '<!doctype html>'],
    ['that is empty', ''],
  ])('is empty after an answer %s, and nothing is logged', async (_name, answer) => {
    startShop(answer);
    const error = vi.spyOn(console, 'error');
    const warn = vi.spyOn(console, 'warn');
    expect(await askCustomerEmail(SHOP)).toBe('');
    expect(error).not.toHaveBeenCalled();
    expect(warn).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  test('is empty when the shop cannot be reached', async () => {
    startShop(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await askCustomerEmail(SHOP)).toBe('');
  });
});
