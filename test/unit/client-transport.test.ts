import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CLIENT_ENDPOINT, subscribe } from '../../src/entries/subscribe.ts';
import type { Subscription } from '../../src/validation/subscription.ts';
import { startKlaviyo } from '../support/klaviyo.ts';
import {
  ACCEPTED,
  BROKEN,
  CLIENT_ACCEPTED,
  type Reply,
  refuseCall,
} from '../support/klaviyo-answers.ts';
import { startServer } from '../support/server.ts';

const fields: Subscription = {
  a: 'DEMO01',
  email: 'sam@example.com',
  variant: '64814',
  store: '1',
};

// Byte for byte as documented, in the order of the documents.
const BODY =
  '{"data":{"type":"back-in-stock-subscription",' +
  '"attributes":{"channels":["EMAIL"],"profile":{"data":{"type":"profile","attributes":{"email":"sam@example.com"}}}},' +
  '"relationships":{"variant":{"data":{"type":"catalog-variant","id":"$magento_two:::$default:::64814"}}}}}';

const NEWSLETTER =
  '{"data":{"type":"subscription",' +
  '"attributes":{"profile":{"data":{"type":"profile","attributes":{"email":"sam@example.com",' +
  '"subscriptions":{"email":{"marketing":{"consent":"SUBSCRIBED"}}}}}}},' +
  '"relationships":{"list":{"data":{"type":"list","id":"XyZ123"}}}}}';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Subscribes by the current API while time flies. */
async function send(more: Partial<Subscription> = {}, endpoint?: string) {
  const options = { api: 'client', ...(endpoint === undefined ? {} : { endpoint }) } as const;
  const outcome = subscribe({ ...fields, ...more }, options);
  await vi.runAllTimersAsync();
  return outcome;
}

describe('the request of the current API', () => {
  test('is sent to Klaviyo, with the key in its address', async () => {
    const requests = startKlaviyo(CLIENT_ACCEPTED);
    expect(await send()).toEqual({ ok: true });
    expect(requests.map(({ address }) => address)).toEqual([
      'https://a.klaviyo.com/client/back-in-stock-subscriptions?company_id=DEMO01',
    ]);
    expect(CLIENT_ENDPOINT).toBe('https://a.klaviyo.com/client/back-in-stock-subscriptions');
  });

  test('is byte for byte as documented', async () => {
    const requests = startKlaviyo(CLIENT_ACCEPTED);
    await send();
    expect(requests.map(({ body }) => body)).toEqual([BODY]);
  });

  test('has the two headers that are documented, and no other', async () => {
    const [sent] = await sendOnce();
    const { method, headers } = new Request(CLIENT_ENDPOINT, sent?.init);
    expect(method).toBe('POST');
    expect([...headers]).toEqual([
      ['content-type', 'application/vnd.api+json'],
      ['revision', '2026-07-15'],
    ]);
  });

  test('arrives as it was meant', async () => {
    vi.useRealTimers();
    const { origin, requests } = await startServer(CLIENT_ACCEPTED);
    const endpoint = `${origin}/client/back-in-stock-subscriptions`;
    expect(await subscribe(fields, { api: 'client', endpoint })).toEqual({ ok: true });
    expect(requests).toMatchObject([
      {
        method: 'POST',
        path: '/client/back-in-stock-subscriptions?company_id=DEMO01',
        headers: { 'content-type': 'application/vnd.api+json', revision: '2026-07-15' },
        body: BODY,
      },
    ]);
  });

  test('outlives a page that is left in the same moment', async () => {
    const [sent] = await sendOnce();
    expect(sent?.init.keepalive).toBe(true);
  });

  test('has no e-mail address in its own address', async () => {
    const [sent] = await sendOnce();
    expect(sent?.address).not.toContain('sam');
    expect(sent?.address).not.toContain('%40');
  });

  test.each(['DEMO 01', 'a&b=c#d?e', '1+1', '100%25', 'ключ', '"><script>'])(
    'has the key %s encoded in its address',
    async (a) => {
      const requests = startKlaviyo(CLIENT_ACCEPTED);
      await send({ a });
      const { origin, pathname, searchParams, hash } = new URL(requests[0]?.address ?? '');
      expect(`${origin}${pathname}${hash}`).toBe(CLIENT_ENDPOINT);
      expect([...searchParams]).toEqual([['company_id', a]]);
    },
  );

  test('keeps what the address of a proxy asks for itself', async () => {
    const requests = startKlaviyo(CLIENT_ACCEPTED);
    await send({ g: 'XyZ123' }, 'https://proxy.example/client/?shop=1');
    expect(requests.map(({ address }) => address)).toEqual([
      'https://proxy.example/client/?shop=1&company_id=DEMO01',
      expect.stringMatching(
        /^https:\/\/proxy\.example\/client\/subscriptions\?.*company_id=DEMO01$/,
      ),
    ]);
  });

  test.each([
    [undefined, '$magento_two:::$default:::64814'],
    ['', '$magento_two:::$default:::64814'],
    ['1-1', '$magento_two:::1-1:::64814'],
  ])('has the catalogue %j in the id of the variant', async (catalogue, id) => {
    const requests = startKlaviyo(CLIENT_ACCEPTED);
    await send({ catalogue } as Partial<Subscription>);
    const { data } = JSON.parse(requests[0]?.body ?? '');
    expect(data.relationships.variant.data).toEqual({ type: 'catalog-variant', id });
  });

  test('keeps what is JSON in a field within its field', async () => {
    const requests = startKlaviyo(CLIENT_ACCEPTED);
    await send({ variant: '64","type":"x\\', email: 'sam@example.com' });
    const { data } = JSON.parse(requests[0]?.body ?? '');
    expect(data.relationships.variant.data).toEqual({
      type: 'catalog-variant',
      id: '$magento_two:::$default:::64","type":"x\\',
    });
  });

  test('goes where the caller says', async () => {
    const requests = startKlaviyo(CLIENT_ACCEPTED);
    await send({}, 'https://proxy.example/client/back-in-stock-subscriptions');
    expect(requests[0]?.address).toBe(
      'https://proxy.example/client/back-in-stock-subscriptions?company_id=DEMO01',
    );
  });

  test('is not answered by what would be success of the form', async () => {
    startKlaviyo(ACCEPTED);
    expect(await send()).toEqual({ ok: false, reason: 'unknownAnswer', status: 200 });
  });

  async function sendOnce() {
    const requests = startKlaviyo(CLIENT_ACCEPTED);
    expect(await send()).toEqual({ ok: true });
    return requests;
  }
});

describe('the newsletter', () => {
  const joining = { g: 'XyZ123' };

  test('is a request of its own, after the subscription, byte for byte as documented', async () => {
    const requests = startKlaviyo(CLIENT_ACCEPTED);
    expect(await send(joining)).toEqual({ ok: true });
    expect(requests.map(({ address, body }) => [address, body])).toEqual([
      ['https://a.klaviyo.com/client/back-in-stock-subscriptions?company_id=DEMO01', BODY],
      ['https://a.klaviyo.com/client/subscriptions?company_id=DEMO01', NEWSLETTER],
    ]);
    const { headers } = new Request(CLIENT_ENDPOINT, requests[1]?.init);
    expect([...headers]).toEqual([
      ['content-type', 'application/vnd.api+json'],
      ['revision', '2026-07-15'],
    ]);
  });

  test('is asked for at the same service as the subscription', async () => {
    const requests = startKlaviyo(CLIENT_ACCEPTED);
    await send(joining, 'https://proxy.example/k/client/back-in-stock-subscriptions');
    expect(requests[1]?.address).toBe(
      'https://proxy.example/k/client/subscriptions?company_id=DEMO01',
    );
  });

  test.each<[string, Reply]>([
    ['refuses it', refuseCall({ pointer: '/data' })],
    ['is in trouble', BROKEN],
    ['cannot be reached', 'unreachable'],
    ['does not answer', 'silent'],
  ])('does not matter to the stock alert when the service %s', async (_name, reply) => {
    const requests = startKlaviyo(CLIENT_ACCEPTED, reply);
    expect(await send(joining)).toEqual({ ok: true });
    expect(requests.length).toBeGreaterThan(1);
  });

  test('is not waited for', async () => {
    startKlaviyo(CLIENT_ACCEPTED, 'silent');
    const outcome = subscribe({ ...fields, ...joining }, { api: 'client' });
    // No time passes.
    await vi.advanceTimersByTimeAsync(0);
    expect(await outcome).toEqual({ ok: true });
    await vi.runAllTimersAsync();
  });

  test('is tried again where that may help, and nobody hears of it', async () => {
    const requests = startKlaviyo(CLIENT_ACCEPTED, BROKEN, CLIENT_ACCEPTED);
    const onRetry = vi.fn();
    const outcome = subscribe({ ...fields, ...joining }, { api: 'client', onRetry });
    await vi.runAllTimersAsync();
    expect(await outcome).toEqual({ ok: true });
    expect(requests.slice(1).map(({ body }) => body)).toEqual([NEWSLETTER, NEWSLETTER]);
    expect(onRetry).not.toHaveBeenCalled();
  });

  test('is not given up by a caller who ends the waiting afterwards', async () => {
    const controller = new AbortController();
    const requests = startKlaviyo(CLIENT_ACCEPTED, BROKEN, CLIENT_ACCEPTED);
    const { signal } = controller;
    const outcome = subscribe({ ...fields, ...joining }, { api: 'client', signal });
    await vi.advanceTimersByTimeAsync(0);
    expect(await outcome).toEqual({ ok: true });
    controller.abort();
    await vi.runAllTimersAsync();
    expect(requests).toHaveLength(3);
  });

  test.each<[string, Reply]>([
    ['refused', refuseCall({ pointer: '/data/email' })],
    ['not answered', 'unreachable'],
    ['answered by a server in trouble', BROKEN],
  ])('is not joined when the subscription is %s', async (_name, reply) => {
    const requests = startKlaviyo(reply);
    await send(joining);
    expect(new Set(requests.map(({ body }) => body))).toEqual(new Set([BODY]));
  });

  test.each([undefined, '', ' '])('is not joined with the list %j', async (g) => {
    const requests = startKlaviyo(CLIENT_ACCEPTED);
    await send({ g } as Partial<Subscription>);
    expect(requests).toHaveLength(1);
  });
});
