import { afterEach, describe, expect, test, vi } from 'vitest';
import { FRONT_END_ENDPOINT, SERVER_ENDPOINT, subscribe } from '../../src/entries/subscribe.ts';
import type { Subscription } from '../../src/validation/subscription.ts';
import { startKlaviyo } from '../support/klaviyo.ts';
import { ACCEPTED } from '../support/klaviyo-answers.ts';
import { startServer } from '../support/server.ts';

const fields: Subscription = {
  a: 'DEMO01',
  email: 'sam+shop@example.com',
  variant: '2003',
  store: '1',
};
const BODY = 'a=DEMO01&email=sam%2Bshop%40example.com&variant=2003&platform=magento_two&store=1';

const startAccepting = () => startServer(ACCEPTED);

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the request', () => {
  test('is one URL-encoded POST, byte for byte as documented', async () => {
    const server = await startAccepting();
    expect(await subscribe(fields, { endpoint: server.endpoint })).toEqual({ ok: true });
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      path: '/onsite/components/back-in-stock/subscribe',
      body: BODY,
    });
  });

  test('is the same whatever the order of the fields and the blanks around them', async () => {
    const server = await startAccepting();
    const { a, email, variant, store } = fields;
    await subscribe(
      { store: ` ${store}`, variant, email: `${email} `, a },
      { endpoint: server.endpoint },
    );
    expect(server.requests[0]?.body).toBe(BODY);
  });

  test('encodes what else would end a field', async () => {
    const server = await startAccepting();
    await subscribe({ ...fields, variant: '64&814=0004 ä' }, { endpoint: server.endpoint });
    expect(server.requests[0]?.body).toContain('&variant=64%26814%3D0004+%C3%A4&platform=');
  });

  test('has no header beyond those that every form has', async () => {
    const server = await startAccepting();
    await subscribe(fields, { endpoint: server.endpoint });
    // What the platform itself sends with a form; anything more could cost a browser a preflight.
    await fetch(server.endpoint, { method: 'POST', body: new URLSearchParams(BODY) });
    const [request, form] = server.requests;
    const names = (headers: object | undefined) => Object.keys(headers ?? {}).sort();
    expect(names(request?.headers)).toEqual(names(form?.headers));
    expect(request?.headers['content-type']).toBe(form?.headers['content-type']);
    expect(request?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded\b/);
  });
});

describe('nothing is sent', () => {
  test.each([
    [{ email: '' }, { email: 'missing' }],
    [{ email: 'sam@example' }, { email: 'malformed' }],
    [{ variant: '' }, { variant: 'missing' }],
    [{ store: 'default' }, { store: 'malformed' }],
    [{ a: ' ' }, { a: 'missing' }],
  ] as const)('with %o', async (broken, mistakes) => {
    const server = await startAccepting();
    const result = await subscribe({ ...fields, ...broken }, { endpoint: server.endpoint });
    expect(result).toEqual({ ok: false, reason: 'invalid', mistakes });
    expect(server.requests).toEqual([]);
  });
});

describe('without an endpoint', () => {
  test('a server takes the server-side one', async () => {
    const requests = startKlaviyo(ACCEPTED);
    expect(await subscribe(fields)).toEqual({ ok: true });
    expect(requests.map(({ address }) => address)).toEqual([SERVER_ENDPOINT]);
    expect(SERVER_ENDPOINT).toBe('https://a.klaviyo.com/api/v1/catalog/subscribe');
  });

  test('a browser takes the front-end one', async () => {
    const requests = startKlaviyo(ACCEPTED);
    vi.stubGlobal('document', {});
    expect(await subscribe(fields, {})).toEqual({ ok: true });
    expect(requests.map(({ address }) => address)).toEqual([FRONT_END_ENDPOINT]);
    expect(FRONT_END_ENDPOINT).toBe(
      'https://a.klaviyo.com/onsite/components/back-in-stock/subscribe',
    );
  });
});
