import type { Window as HappyWindow } from 'happy-dom';
import { describe, expect, test, vi } from 'vitest';
import { FRONT_END_ENDPOINT } from '../../src/subscribe/transport.ts';
import { watchConsole } from '../support/console.ts';

/** Whether this endpoint is taken on a page of this address. */
async function isTaken(endpoint: string, page: string, others?: object): Promise<boolean> {
  const { happyDOM } = window as unknown as HappyWindow;
  const before = location.href;
  happyDOM.setURL(page);
  vi.resetModules();
  const { parseConfiguration } = await import('../../src/configuration/parse-configuration.ts');
  const configuration = parseConfiguration([{ apiKey: 'DEMO01', endpoint, ...others }]);
  happyDOM.setURL(before);
  if (configuration) expect(configuration.endpoint).toBe(endpoint);
  return configuration !== undefined;
}

const SHOP = 'https://shop.example/trail-runner.html';
const PLAIN_SHOP = 'http://shop.example/trail-runner.html';

describe('an endpoint where nobody can read along, or that is the shop’s own', () => {
  test.each([
    [FRONT_END_ENDPOINT, SHOP],
    ['https://other.example/subscribe', SHOP],
    ['HTTPS://OTHER.EXAMPLE/subscribe', SHOP],
    ['/subscribe', SHOP],
    ['subscribe', SHOP],
    ['//other.example/subscribe', SHOP],
    ['https://other.example/subscribe', PLAIN_SHOP],
    ['/subscribe', PLAIN_SHOP],
    ['http://shop.example/subscribe', PLAIN_SHOP],
    ['http://127.0.0.1:7000/subscribe', SHOP],
    ['http://127.1.2.3/subscribe', SHOP],
    ['http://localhost:7000/subscribe', SHOP],
    ['http://[::1]:7000/subscribe', SHOP],
  ])('%s on %s is taken', async (endpoint, page) => {
    const { messages } = watchConsole();
    expect(await isTaken(endpoint, page)).toBe(true);
    expect(messages).toEqual([]);
  });
});

describe('any other endpoint', () => {
  test.each([
    ['http://other.example/subscribe', SHOP],
    ['http://shop.example/subscribe', SHOP],
    ['http://other.example/subscribe', PLAIN_SHOP],
    ['//other.example/subscribe', PLAIN_SHOP],
    ['http://shop.example:8080/subscribe', PLAIN_SHOP],
    ['http://127.0.0.1.other.example/subscribe', SHOP],
    ['http://localhost.other.example/subscribe', SHOP],
    ['http://notlocalhost/subscribe', SHOP],
    ['http://127.0.0.1@other.example/subscribe', SHOP],
    ['http://192.168.0.1/subscribe', SHOP],
    ['http://0.0.0.0/subscribe', SHOP],
    ['javascript:alert(1)', SHOP],
    ['javascript://localhost/%0aalert(1)', SHOP],
    ['data:application/json,{"success":true}', SHOP],
    ['file:///etc/passwd', SHOP],
    ['ftp://localhost/subscribe', SHOP],
    ['ws://localhost/subscribe', SHOP],
    ['blob:https://shop.example/1', SHOP],
    ['https://', SHOP],
    ['http://[', SHOP],
  ])('%s on %s gives one message and no configuration', async (endpoint, page) => {
    const { messages } = watchConsole();
    expect(await isTaken(endpoint, page)).toBe(false);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('endpoint');
    expect(messages[0]).toContain('https:');
  });
});

test.each([SHOP, PLAIN_SHOP])('no endpoint on %s is where Klaviyo is', async (page) => {
  const { messages } = watchConsole();
  expect(await isTaken('', page)).toBe(true);
  expect(messages).toEqual([]);
});

describe('the endpoint of a relay', () => {
  const relay = { api: 'relay' };

  test.each([
    ['', SHOP],
    ['/back-in-stock/subscribe', SHOP],
    ['relay.php', SHOP],
    ['https://shop.example/de/back-in-stock/subscribe', SHOP],
    ['http://shop.example/relay', PLAIN_SHOP],
  ])('%s on %s is taken', async (endpoint, page) => {
    const { messages } = watchConsole();
    expect(await isTaken(endpoint, page, relay)).toBe(true);
    expect(messages).toEqual([]);
  });

  // Whoever is asked there would get e-mail addresses that were meant for the shop.
  test.each([
    ['https://other.example/subscribe', SHOP],
    ['//other.example/subscribe', SHOP],
    ['http://shop.example/subscribe', SHOP],
    ['https://shop.example:8443/subscribe', SHOP],
    ['https://shop.example@other.example/subscribe', SHOP],
    ['https://de.shop.example/subscribe', SHOP],
    ['http://localhost/subscribe', SHOP],
    [FRONT_END_ENDPOINT, SHOP],
    ['javascript:alert(1)', SHOP],
    ['data:text/plain,1', SHOP],
    ['blob:https://other.example/1', SHOP],
    ['https://', SHOP],
  ])('%s on %s gives one message and no configuration', async (endpoint, page) => {
    const { messages } = watchConsole();
    expect(await isTaken(endpoint, page, relay)).toBe(false);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('endpoint');
    expect(messages[0]).toContain('this shop');
  });
});
