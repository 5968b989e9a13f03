import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Api, subscribe } from '../../src/entries/subscribe.ts';
import type { Subscription } from '../../src/validation/subscription.ts';
import { startKlaviyo } from '../support/klaviyo.ts';
import { ACCEPTED } from '../support/klaviyo-answers.ts';
import { ENDPOINT } from '../support/subscribe-now.ts';

const fields: Subscription = {
  a: 'DEMO01',
  email: 'sam+shop@example.com',
  variant: '2003',
  store: '1',
};
const BODY = 'a=DEMO01&email=sam%2Bshop%40example.com&variant=2003&platform=magento_two&store=1';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe.each<Api>(['onsite', 'relay'])('the form of %s', (api) => {
  test('without a newsletter is byte for byte as documented', async () => {
    const requests = startKlaviyo(ACCEPTED);
    expect(await subscribe(fields, { api, endpoint: ENDPOINT })).toEqual({ ok: true });
    expect(requests.map(({ body }) => body)).toEqual([BODY]);
  });

  test('with a newsletter has its list and its box too, as Klaviyo’s own snippet sends them', async () => {
    const requests = startKlaviyo(ACCEPTED);
    expect(await subscribe({ ...fields, g: 'XyZ123' }, { api, endpoint: ENDPOINT })).toEqual({
      ok: true,
    });
    expect(requests.map(({ body }) => body)).toEqual([
      `${BODY}&g=XyZ123&subscribe_for_newsletter=true`,
    ]);
  });

  test.each(['', '  '])('with the list %j is that without a newsletter', async (g) => {
    const requests = startKlaviyo(ACCEPTED);
    await subscribe({ ...fields, g }, { api, endpoint: ENDPOINT });
    expect(requests[0]?.body).toBe(BODY);
  });

  test('says nothing of the catalogue, and nothing of the shopper’s consent', async () => {
    const requests = startKlaviyo(ACCEPTED);
    const more = { ...fields, catalogue: '1-1', consent: true } as Subscription;
    await subscribe(more, { api, endpoint: ENDPOINT });
    expect(requests[0]?.body).toBe(BODY);
  });

  test('encodes the name of a list', async () => {
    const requests = startKlaviyo(ACCEPTED);
    await subscribe({ ...fields, g: 'a&store=2' }, { api, endpoint: ENDPOINT });
    expect(requests[0]?.body).toBe(`${BODY}&g=a%26store%3D2&subscribe_for_newsletter=true`);
  });

  test('is a request that no browser has to ask permission for', async () => {
    const [sent] = await send(api);
    const { method, headers } = new Request(ENDPOINT, sent?.init);
    expect(method).toBe('POST');
    expect([...headers]).toEqual([
      ['content-type', 'application/x-www-form-urlencoded;charset=UTF-8'],
    ]);
  });

  test('outlives a page that is left in the same moment', async () => {
    const [sent] = await send(api);
    expect(sent?.init.keepalive).toBe(true);
  });

  test('has no e-mail address in its own address', async () => {
    const [sent] = await send(api);
    expect(sent?.address).not.toContain('sam');
  });
});

/** What is sent where nobody says where to. */
async function send(api: Api) {
  const requests = startKlaviyo(ACCEPTED);
  vi.stubGlobal('document', {});
  expect(await subscribe(fields, { api })).toEqual({ ok: true });
  return requests;
}

test.each<[Api, string]>([
  ['onsite', 'https://a.klaviyo.com/onsite/components/back-in-stock/subscribe'],
  ['relay', '/back-in-stock/subscribe'],
])('%s is sent to %s where nothing else is said', async (api, address) => {
  const requests = await send(api);
  expect(requests.map((sent) => sent.address)).toEqual([address]);
});
