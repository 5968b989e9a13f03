import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { REFUSED_EMAIL } from '../../demo/sandbox/account.ts';
import { MODE_GROUPS, SANDBOX_MODES, type SandboxMode } from '../../demo/sandbox/modes.ts';
import { RateLimit } from '../../demo/sandbox/rate-limit.ts';
import { type RunningShop, startShop } from '../../demo/server.ts';

const EMAIL = 'sam@example.com';
const LANTERN = '2045';
const KNOWN = `$magento_two:::$default:::${LANTERN}`;
const SUCCESS = `{"email": "${EMAIL}", "success": true}`;
const REFUSAL =
  '{"errors": ["There was something wrong with your request. Please try again."], "data": {}, "success": false}';
const CREATED = 'Subscribed to Back in Stock event created';

const ONSITE = '/onsite/components/back-in-stock/subscribe';
const CLIENT = '/client/back-in-stock-subscriptions';
const RELAY = '/back-in-stock/subscribe';

let shop: RunningShop;
let clock: number;

beforeAll(async () => {
  shop = await startShop({
    sandboxOptions: { slowMilliseconds: 300, retryAfterSeconds: 7, now: () => clock },
  });
});

beforeEach(() => {
  // In the middle of a second, and of a minute.
  clock = Date.UTC(2026, 6, 15, 12, 0, 30, 500);
  shop.sandbox.reset();
});

afterAll(() => shop.close());

const FIELDS = {
  a: 'DEMO01',
  email: EMAIL,
  variant: LANTERN,
  platform: 'magento_two',
  store: '1',
};

function withoutEmpty(fields: Readonly<Record<string, string>>) {
  return new URLSearchParams(Object.entries(fields).filter(([, value]) => value));
}

function sendForm(fields: Readonly<Record<string, string>> = {}, path = ONSITE): Promise<Response> {
  const origin = path === RELAY ? shop.origin : shop.sandbox.origin;
  return fetch(`${origin}${path}`, {
    method: 'POST',
    body: withoutEmpty({ ...FIELDS, ...fields }),
  });
}

const HEADERS = { 'content-type': 'application/vnd.api+json', revision: '2026-07-15' };

interface Sending {
  readonly company?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function sendJson(path: string, body: unknown, { company, headers }: Sending = {}) {
  const account = company ?? 'DEMO01';
  const query = account ? `?company_id=${account}` : '';
  return fetch(`${shop.sandbox.origin}${path}${query}`, {
    method: 'POST',
    headers: headers ?? HEADERS,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

function profile(attributes: object) {
  return { data: { type: 'profile', attributes } };
}

function subscription(email: string | undefined = EMAIL, id: string | undefined = KNOWN) {
  return {
    data: {
      type: 'back-in-stock-subscription',
      attributes: { channels: ['EMAIL'], profile: profile({ email: email || undefined }) },
      relationships: { variant: { data: { type: 'catalog-variant', id: id || undefined } } },
    },
  };
}

function newsletter(email = EMAIL, list = 'DEMOLIST', consent = 'SUBSCRIBED') {
  const subscriptions = { email: { marketing: { consent } } };
  return {
    data: {
      type: 'subscription',
      attributes: { profile: profile({ email, subscriptions }) },
      relationships: { list: { data: { type: 'list', id: list || undefined } } },
    },
  };
}

const lastNote = () => shop.sandbox.requests.at(-1)?.note;

describe('forms', () => {
  describe.each([ONSITE, '/api/v1/catalog/subscribe', RELAY])('%s', (path) => {
    test('a subscription is accepted, and recorded once', async () => {
      for (const note of [CREATED, 'no event: already subscribed']) {
        const answer = await sendForm({}, path);
        expect(answer.status).toBe(200);
        expect(await answer.text()).toBe(SUCCESS);
        expect(lastNote()).toBe(note);
      }
      expect(shop.sandbox.events).toEqual([{ email: EMAIL, variant: LANTERN, store: '1' }]);
      expect(shop.sandbox.requests.map((request) => request.path)).toEqual([path, path]);
    });

    test.each(Object.keys(FIELDS))('without %s', async (field) => {
      const answer = await sendForm({ [field]: '' }, path);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toBe(
        `{"status": 400, "message": "There was something wrong with your request: * ${field} * This field is required."}`,
      );
      expect(shop.sandbox.events).toEqual([]);
    });

    test.each([
      { fields: { a: 'WRONG1' }, note: 'no event: the key is not DEMO01' },
      { fields: { email: 'sam' }, note: 'no event: invalid e-mail address' },
      { fields: { email: REFUSED_EMAIL }, note: 'no event: invalid e-mail address' },
    ])('refused: $fields', async ({ fields, note }) => {
      const answer = await sendForm({ ...fields, g: 'L', subscribe_for_newsletter: 'true' }, path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toBe(REFUSAL);
      expect(lastNote()).toBe(note);
      expect(shop.sandbox.events).toEqual([]);
      expect(shop.sandbox.newsletters).toEqual([]);
    });

    test.each([
      { fields: { variant: '1' }, note: 'no event: unknown variant' },
      { fields: { platform: 'shopify' }, note: 'no event: platform is not magento_two' },
      { fields: { store: 'default' }, note: 'no event: store is not a numeric store id' },
    ])('accepted in silence: $fields', async ({ fields, note }) => {
      expect(await (await sendForm(fields, path)).text()).toBe(SUCCESS);
      expect(lastNote()).toBe(note);
      expect(shop.sandbox.events).toEqual([]);
    });

    test.each([
      {
        fields: { g: 'L', subscribe_for_newsletter: 'true' },
        expected: [{ email: EMAIL, list: 'L' }],
      },
      { fields: { g: 'L', subscribe_for_newsletter: 'false' }, expected: [] },
      { fields: { g: 'L' }, expected: [] },
      { fields: { subscribe_for_newsletter: 'true' }, expected: [] },
    ])('newsletter: $fields', async ({ fields, expected }) => {
      await sendForm(fields, path);
      expect(shop.sandbox.newsletters).toEqual(expected);
      expect(lastNote()).toBe(
        expected.length ? `${CREATED}; newsletter consent recorded` : CREATED,
      );
      await sendForm({ ...fields, email: EMAIL.toUpperCase() }, path);
      expect(shop.sandbox.newsletters).toEqual(expected);
    });
  });

  test('a relay is on the shop’s origin', async () => {
    await sendForm({}, RELAY);
    expect(shop.sandbox.requests[0]?.url).toBe(`${shop.origin}${RELAY}`);
  });

  test('a path that nothing is at', async () => {
    const answer = await sendForm({}, '/onsite/else');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ detail: 'Not found.' });
  });
});

async function readError(answer: Response) {
  expect(answer.headers.get('content-type')).toBe('application/vnd.api+json');
  const { errors } = (await answer.json()) as { errors: readonly Record<string, unknown>[] };
  expect(errors).toHaveLength(1);
  const [error = {}] = errors;
  expect(error).toEqual({
    id: expect.stringMatching(/^[\da-f-]{36}$/),
    status: answer.status,
    code: expect.any(String),
    title: expect.any(String),
    detail: expect.any(String),
    source: expect.any(Object),
  });
  return error;
}

describe('the current API', () => {
  test('a subscription is accepted, and recorded once', async () => {
    for (const note of [CREATED, 'no event: already subscribed']) {
      const answer = await sendJson(CLIENT, subscription());
      expect(answer.status).toBe(202);
      expect(await answer.text()).toBe('');
      expect(answer.headers.get('content-type')).toBe(null);
      expect(lastNote()).toBe(note);
    }
    expect(shop.sandbox.events).toEqual([{ email: EMAIL, variant: LANTERN }]);
  });

  test('it knows what came by a form', async () => {
    await sendForm();
    await sendJson(CLIENT, subscription());
    expect(lastNote()).toBe('no event: already subscribed');
  });

  const EMAIL_POINTER = '/data/attributes/profile/data/attributes/email';
  const VARIANT_POINTER = '/data/relationships/variant/data/id';
  const NO_TYPE = { ...HEADERS, 'content-type': 'application/json' };
  const NO_REVISION = { 'content-type': 'application/vnd.api+json' };
  const parameter = 'company_id';

  test.each<{
    what: string;
    body?: unknown;
    sending?: Sending;
    status?: number;
    source: Record<string, string>;
  }>([
    { what: 'a wrong key', sending: { company: 'WRONG1' }, source: { parameter } },
    { what: 'no key', sending: { company: '' }, source: { parameter } },
    { what: 'JSON', sending: { headers: NO_TYPE }, status: 415, source: { pointer: '/data' } },
    { what: 'no revision', sending: { headers: NO_REVISION }, source: { pointer: '/data' } },
    { what: 'no e-mail', body: subscription(''), source: { pointer: EMAIL_POINTER } },
    { what: 'no address', body: subscription('sam'), source: { pointer: EMAIL_POINTER } },
    { what: 'refused', body: subscription(REFUSED_EMAIL), source: { pointer: EMAIL_POINTER } },
    { what: 'no variant', body: subscription(EMAIL, ''), source: { pointer: VARIANT_POINTER } },
    { what: 'a bare id', body: subscription(EMAIL, LANTERN), source: { pointer: VARIANT_POINTER } },
    {
      what: 'half an id',
      body: subscription(EMAIL, '$default:::2045'),
      source: { pointer: VARIANT_POINTER },
    },
    { what: 'no body', body: '', source: { pointer: '/data' } },
    { what: 'no JSON', body: '{"data', source: { pointer: '/data' } },
  ])('$what is refused', async ({ body = subscription(), sending, status = 400, source }) => {
    const answer = await sendJson(CLIENT, body, sending);
    expect(answer.status).toBe(status);
    expect((await readError(answer)).source).toEqual(source);
    expect(lastNote()).toMatch(/^no event: /);
    expect(shop.sandbox.events).toEqual([]);
  });

  test.each([
    { id: '$magento_two:::$default:::1', note: 'no event: unknown variant' },
    { id: '$shopify:::$default:::2045', note: 'no event: integration is not $magento_two' },
    { id: '$magento_two:::1-1:::2045', note: 'no event: catalogue is not $default' },
  ])('$id is accepted in silence', async ({ id, note }) => {
    expect((await sendJson(CLIENT, subscription(EMAIL, id))).status).toBe(202);
    expect(lastNote()).toBe(note);
    expect(shop.sandbox.events).toEqual([]);
  });

  test('a newsletter consent is accepted, and recorded once', async () => {
    for (const note of [
      'newsletter consent recorded',
      'the newsletter consent was there already',
    ]) {
      const answer = await sendJson('/client/subscriptions', newsletter());
      expect(answer.status).toBe(202);
      expect(await answer.text()).toBe('');
      expect(lastNote()).toBe(note);
    }
    expect(shop.sandbox.newsletters).toEqual([{ email: EMAIL, list: 'DEMOLIST' }]);
    expect(shop.sandbox.events).toEqual([]);
    shop.sandbox.reset();
    expect(shop.sandbox.newsletters).toEqual([]);
  });

  test.each([
    { body: newsletter(REFUSED_EMAIL), pointer: EMAIL_POINTER },
    { body: newsletter(EMAIL, ''), pointer: '/data/relationships/list/data/id' },
    {
      body: newsletter(EMAIL, 'L', 'NEVER'),
      pointer: '/data/attributes/profile/data/attributes/subscriptions/email/marketing/consent',
    },
  ])('no newsletter: $pointer', async ({ body, pointer }) => {
    const answer = await sendJson('/client/subscriptions', body);
    expect(answer.status).toBe(400);
    expect((await readError(answer)).source).toEqual({ pointer });
    expect(shop.sandbox.newsletters).toEqual([]);
  });

  test('more than 350 requests within a second are too many', async () => {
    for (let count = 0; count < 350; count += 1) await sendJson(CLIENT, subscription());
    const answer = await sendJson(CLIENT, subscription());
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('1');
    expect((await readError(answer)).code).toBe('throttled');
    expect((await sendForm()).status).toBe(200);
    clock += 500;
    expect((await sendJson(CLIENT, subscription())).status).toBe(202);
  });
});

describe('the rate limit', () => {
  let now = 0;
  const fill = (limit: RateLimit, count: number, account = 'A') =>
    Array.from({ length: count }, () => limit.take(account));

  beforeEach(() => {
    now = 600_000;
  });

  test('350 in a second', () => {
    const limit = new RateLimit(() => now);
    expect(new Set(fill(limit, 350))).toEqual(new Set([0]));
    expect(limit.take('A')).toBe(1);
    expect(limit.take('B')).toBe(0);
    now += 1000;
    expect(limit.take('A')).toBe(0);
  });

  test('3500 in a minute, of which those that were too many are none', () => {
    const limit = new RateLimit(() => now);
    for (let second = 0; second < 10; second += 1) {
      expect(fill(limit, 351).filter((seconds) => seconds > 0)).toHaveLength(1);
      now += 1000;
    }
    expect(limit.take('A')).toBe(50);
    now += 49_001;
    expect(limit.take('A')).toBe(1);
    now += 999;
    expect(limit.take('A')).toBe(0);
  });

  test('it can be forgotten', () => {
    const limit = new RateLimit(() => now);
    fill(limit, 351);
    limit.forget();
    expect(limit.take('A')).toBe(0);
  });
});

/** What is said in each mode that answers as HTTP answers are: status, body, and when to come back. */
const ANSWERS: Readonly<Partial<Record<SandboxMode, readonly [number, string | RegExp, string?]>>> =
  {
    normal: [200, SUCCESS],
    slow: [200, SUCCESS],
    'no-cors': [200, SUCCESS],
    '429': [429, '{"detail":"Request was throttled. Expected available in 7 seconds."}', '7'],
    '429-date': [
      429,
      '{"detail":"Request was throttled. Expected available in 2 seconds."}',
      'Wed, 15 Jul 2026 12:00:32 GMT',
    ],
    '429-hidden': [429, /throttled/, '7'],
    '500': [500, 'Internal Server Error'],
    '502': [502, /^<!doctype html>.*502 Bad Gateway/],
    '504': [504, /^<!doctype html>.*504 Gateway Time-out/],
    '503': [503, '{"detail":"Service temporarily unavailable."}', '1'],
    missing: [400, /\* store \* This field is required/],
    '400': [400, '{"detail":"Bad request."}'],
    '401': [401, '{"detail":"Authentication credentials were not provided."}'],
    '403': [403, '{"detail":"You do not have permission to perform this action."}'],
    '404': [404, '{"detail":"Not found."}'],
    '410': [410, '{"detail":"This API has been retired and is no longer available."}'],
    '204': [204, ''],
    '301': [301, ''],
    html: [200, /^<!doctype html>/],
    empty: [200, ''],
    truncated: [200, '{"email": "sam@exa'],
    'wrong-types': [200, '{"success": "yes", "errors": "no", "status": "400", "message": 5}'],
  };

const BY_CONNECTION = ['offline', 'reset', 'hang', 'drip', 'huge'] as const;

/** Sends in the way of each transport, with what `fetch` gets beside it. */
const TRANSPORTS = {
  onsite: (init: RequestInit) =>
    fetch(shop.endpoint, { method: 'POST', body: withoutEmpty(FIELDS), ...init }),
  client: (init: RequestInit) =>
    fetch(`${shop.sandbox.origin}${CLIENT}?company_id=DEMO01`, {
      method: 'POST',
      headers: HEADERS,
      body: JSON.stringify(subscription()),
      ...init,
    }),
  relay: (init: RequestInit) =>
    fetch(`${shop.origin}${RELAY}`, { method: 'POST', body: withoutEmpty(FIELDS), ...init }),
};

test('every mode is tried here, and has a name on the front page', () => {
  const modes = [...SANDBOX_MODES].sort();
  expect([...Object.keys(ANSWERS), ...BY_CONNECTION].sort()).toEqual(modes);
  const named = MODE_GROUPS.flatMap(([, labels]) => labels);
  expect(named.map(([mode]) => mode).sort()).toEqual(modes);
  expect(new Set(named.map(([, label]) => label)).size).toBe(modes.length);
});

describe.each(Object.entries(TRANSPORTS))('modes: %s', (name, send) => {
  const accepted = name === 'client' ? ([202, ''] as const) : undefined;

  test.each(Object.entries(ANSWERS))('%s', async (key, documented) => {
    const mode = key as SandboxMode;
    const isAccepted = ['normal', 'slow', 'no-cors'].includes(mode);
    const [status, body, retryAfter] = (isAccepted && accepted) || documented;
    shop.sandbox.setMode(mode);
    const start = performance.now();
    const answer = await send({ redirect: 'manual' });
    expect(answer.status).toBe(status);
    const text = await answer.text();
    if (typeof body === 'string') expect(text).toBe(body);
    else expect(text).toMatch(body);
    expect(answer.headers.get('retry-after')).toBe(retryAfter ?? null);
    expect(answer.headers.get('access-control-allow-origin')).toBe(mode === 'no-cors' ? null : '*');
    expect(answer.headers.get('access-control-expose-headers')).toBe(
      mode === 'no-cors' || mode === '429-hidden' ? null : 'Retry-After',
    );
    if (mode === 'slow') expect(performance.now() - start).toBeGreaterThan(290);
    expect(shop.sandbox.events).toHaveLength(isAccepted ? 1 : 0);
    expect(shop.sandbox.requests).toMatchObject([{ status, answer: text }]);
  });

  test('301 leads to a web page', async () => {
    shop.sandbox.setMode('301');
    const answer = await send({});
    expect(answer.redirected).toBe(true);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/^<!doctype html>/);
    expect(shop.sandbox.requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
  });

  test('offline: no answer', async () => {
    shop.sandbox.setMode('offline');
    await expect(send({})).rejects.toThrow();
    expect(shop.sandbox.requests).toMatchObject([{ status: null, answer: null }]);
  });

  test('reset: the headers, and no whole answer', async () => {
    shop.sandbox.setMode('reset');
    const answer = await send({});
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
    expect(shop.sandbox.requests).toMatchObject([{ status: 200, answer: null }]);
  });

  test('hang: nothing', async () => {
    shop.sandbox.setMode('hang');
    const controller = new AbortController();
    const answer = send({ signal: controller.signal });
    expect(await Promise.race([answer.catch(String), wait(400, 'nothing')])).toBe('nothing');
    controller.abort();
    await expect(answer).rejects.toThrow();
  });

  test('drip: the headers, and byte after byte', async () => {
    shop.sandbox.setMode('drip');
    const controller = new AbortController();
    const answer = await send({ signal: controller.signal });
    expect(answer.status).toBe(200);
    const reader = answer.body?.getReader();
    for (let count = 0; count < 2; count += 1) {
      const { value, done } = (await reader?.read()) ?? {};
      expect(done).toBe(false);
      expect(new TextDecoder().decode(value).trim()).toBe('');
    }
    controller.abort();
    await expect(reader?.read()).rejects.toThrow();
  });

  test('huge: 10 MB that are no JSON', async () => {
    shop.sandbox.setMode('huge');
    const answer = await send({});
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text.length).toBeGreaterThanOrEqual(10 * 1024 * 1024);
    expect(() => JSON.parse(text)).toThrow();
  });
});

test('whoever goes away in the middle does no harm', async () => {
  for (const mode of ['drip', 'huge', 'hang', 'slow'] as const) {
    shop.sandbox.setMode(mode);
    const controller = new AbortController();
    const answer = TRANSPORTS.onsite({ signal: controller.signal });
    await wait(100);
    controller.abort();
    await answer.catch(() => undefined);
  }
  await wait(500);
  shop.sandbox.setMode('normal');
  expect((await sendForm()).status).toBe(200);
});

describe('preflights', () => {
  const ask = () =>
    fetch(`${shop.sandbox.origin}${CLIENT}?company_id=DEMO01`, {
      method: 'OPTIONS',
      headers: {
        origin: shop.origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,revision',
      },
    });

  test.each(SANDBOX_MODES)('%s', async (mode) => {
    shop.sandbox.setMode(mode, 1);
    const answer = await ask();
    expect(answer.status).toBe(204);
    const isAllowed = mode !== 'no-cors';
    for (const [name, value] of [
      ['access-control-allow-origin', '*'],
      ['access-control-allow-headers', '*'],
      ['access-control-allow-methods', 'GET, POST, OPTIONS'],
      ['access-control-max-age', '0'],
    ] as const) {
      expect(answer.headers.get(name)).toBe(isAllowed ? value : null);
    }
    // It is not one of the so many requests.
    expect(shop.sandbox.mode).toBe(mode);
  });
});

describe('for so many requests', () => {
  test('the trouble ends by itself', async () => {
    const modes: string[] = [];
    const stop = shop.sandbox.listen((change) => {
      if (change.kind === 'mode') modes.push(change.mode);
    });
    shop.sandbox.setMode('503', 2);
    const statuses: number[] = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await sendForm()).status);
    stop();
    expect(statuses).toEqual([503, 503, 200, 200]);
    expect(modes).toEqual(['503', 'normal']);
    expect(shop.sandbox.events).toHaveLength(1);
  });

  test('a redirect is one request', async () => {
    shop.sandbox.setMode('301', 2);
    const answers = [await sendForm(), await sendForm(), await sendForm()];
    expect(answers.map(({ redirected }) => redirected)).toEqual([true, true, false]);
  });

  test('setting it anew begins anew', async () => {
    shop.sandbox.setMode('500', 1);
    shop.sandbox.setMode('500');
    expect([(await sendForm()).status, (await sendForm()).status]).toEqual([500, 500]);
  });

  test('a reset ends it', async () => {
    shop.sandbox.setMode('500', 2);
    shop.sandbox.reset();
    shop.sandbox.setMode('502');
    const statuses = [await sendForm(), await sendForm(), await sendForm()];
    expect(statuses.map(({ status }) => status)).toEqual([502, 502, 502]);
  });
});

describe('the panel', () => {
  const postMode = (body: unknown) =>
    fetch(`${shop.origin}/sandbox/mode`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  test('it sets the mode, for so many requests', async () => {
    const answer = await postMode({ mode: '503', times: 1 });
    expect(await answer.json()).toEqual({ mode: '503', times: 1 });
    expect((await sendForm()).status).toBe(503);
    expect((await sendForm()).status).toBe(200);
  });

  test.each([{ mode: 'odd' }, { mode: '503', times: 0 }, { mode: '503', times: '2' }, {}])(
    'it refuses %o',
    async (body) => {
      expect((await postMode(body)).status).toBe(400);
      expect(shop.sandbox.mode).toBe('normal');
    },
  );

  test('it lists everything that was recorded', async () => {
    await sendForm({ g: 'L', subscribe_for_newsletter: 'true' }, RELAY);
    const listed: unknown = await (await fetch(`${shop.origin}/sandbox/requests`)).json();
    expect(listed).toMatchObject({
      mode: 'normal',
      requests: [{ path: RELAY, status: 200, answer: SUCCESS }],
      events: [{ email: EMAIL, variant: LANTERN, store: '1' }],
      newsletters: [{ email: EMAIL, list: 'L' }],
    });
  });
});

describe('the loop behind it', () => {
  const restock = () => shop.loop.perform({ kind: 'restock', variant: LANTERN, units: 1 });
  const EVENT = { email: EMAIL, variant: LANTERN, store: '1' };

  test.each([
    ['a form', () => sendForm(), EVENT],
    ['the relay', () => sendForm({}, RELAY), EVENT],
    ['the current API', () => sendJson(CLIENT, subscription()), { email: EMAIL, variant: LANTERN }],
  ] as const)(
    '%s: a profile waits, is notified, and can subscribe again',
    async (_, send, event) => {
      await send();
      expect(shop.loop.find(LANTERN)?.queue.length).toBe(1);
      restock();
      expect(shop.loop.find(LANTERN)?.queue.length).toBe(0);
      await send();
      expect(lastNote()).toBe(CREATED);
      await send();
      expect(lastNote()).toBe('no event: already subscribed');
      expect(shop.sandbox.events).toEqual([event, event]);
    },
  );

  test('id and SKU are one variant, and capital letters make no other profile', async () => {
    await sendForm({ variant: 'LANTERN-2' });
    await sendForm({ email: EMAIL.toUpperCase() });
    expect(lastNote()).toBe('no event: already subscribed');
    expect(shop.sandbox.events).toEqual([EVENT]);
  });

  test('a field that is too long to be kept creates nothing', async () => {
    await sendForm({ store: '1'.repeat(2000) });
    expect(lastNote()).toBe('no event: a field is too long');
    expect(shop.sandbox.events).toEqual([]);
  });

  test('what is refused does not come to it', async () => {
    await sendForm({ a: 'WRONG1' });
    await sendForm({ platform: 'shopify' });
    shop.sandbox.setMode('500');
    await sendForm();
    expect(shop.loop.loop.state.profiles.size).toBe(0);
  });

  test('a reset on the front page begins it again, and one on the console forgets the events', async () => {
    await sendForm();
    restock();
    await fetch(`${shop.origin}/sandbox/reset`, { method: 'POST' });
    expect(shop.loop.events).toEqual([]);
    expect(shop.loop.find(LANTERN)?.quantity).toBe(0);
    await sendForm();
    await fetch(`${shop.origin}/loop/reset`, { method: 'POST', headers: { origin: shop.origin } });
    expect(shop.sandbox.events).toEqual([]);
    // What was received was received.
    expect(shop.sandbox.requests).toHaveLength(1);
    await sendForm();
    expect(lastNote()).toBe(CREATED);
  });
});

describe('pages send to where the transport is answered', () => {
  const endpointOf = async (path: string, options: object) => {
    const query = new URLSearchParams({ options: JSON.stringify(options), way: 'script-json' });
    const page = await (await fetch(`${shop.origin}${path}?${query}`)).text();
    const [, endpoint] =
      /(?:"|&quot;)endpoint(?:"|&quot;):(?:"|&quot;)(.*?)(?:"|&quot;)/.exec(page) ?? [];
    return endpoint;
  };

  test.each([
    '/shop/camp-lantern',
    '/hyva/camp-lantern',
    '/hyva-csp/camp-lantern',
    '/category/all',
    '/headless/camp-lantern',
    '/own-theme/camp-lantern',
  ])('%s', async (path) => {
    const { origin } = shop.sandbox;
    expect(await endpointOf(path, {})).toBe(shop.endpoint);
    expect(await endpointOf(path, { api: 'onsite' })).toBe(`${origin}${ONSITE}`);
    expect(await endpointOf(path, { api: 'client' })).toBe(`${origin}${CLIENT}`);
    expect(await endpointOf(path, { api: 'relay' })).toBe(undefined);
    expect(await endpointOf(path, { api: 'relay', endpoint: '/own' })).toBe('/own');
  });
});
