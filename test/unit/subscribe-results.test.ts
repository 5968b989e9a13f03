import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { subscribe } from '../../src/entries/subscribe.ts';
import type { Subscription } from '../../src/validation/subscription.ts';
import {
  ACCEPTED,
  type Answered,
  BROKEN,
  BUSY,
  inTrouble,
  MISSING,
  REFUSAL,
  REFUSED,
} from '../support/klaviyo-answers.ts';
import { findUnreachableEndpoint, startServer } from '../support/server.ts';

/** Where one answer is the subject. */
const ONCE = { retries: 0 };

const fields: Subscription = { a: 'DEMO01', email: 'sam@example.com', variant: '2003', store: '1' };

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('what comes back', () => {
  test.each<[name: string, reply: Answered, expected: object]>([
    ['success', ACCEPTED, { ok: true }],
    ['a refusal', REFUSED, { reason: 'refused', messages: [REFUSAL] }],
    ['a refusal with 400', { ...REFUSED, status: 400 }, { reason: 'refused', messages: [REFUSAL] }],
    ['a missing field', MISSING, { reason: 'fieldMissing', field: 'store' }],
    [
      'a missing field with 200',
      { ...MISSING, status: 200 },
      { reason: 'fieldMissing', field: 'store' },
    ],
    ['429', BUSY, { reason: 'rateLimited', status: 429, retryAfter: 0 }],
    ['500', BROKEN, { reason: 'serverError', status: 500, retryAfter: 0 }],
    ['a web page', inTrouble('html'), { reason: 'htmlAnswer', status: 200 }],
    ['an empty answer', inTrouble('empty'), { reason: 'emptyAnswer', status: 200 }],
    ['an answer that breaks off', inTrouble('truncated'), { reason: 'brokenAnswer', status: 200 }],
    ['410', inTrouble('410'), { reason: 'unknownAnswer', status: 410 }],
  ])('%s', async (_name, reply, expected) => {
    const { endpoint } = await startServer(reply);
    expect(await subscribe(fields, { endpoint, ...ONCE })).toEqual({ ok: false, ...expected });
  });

  test('an answer with a byte order mark is read all the same', async () => {
    const { endpoint } = await startServer({ body: `\ufeff${ACCEPTED.body}` });
    expect(await subscribe(fields, { endpoint })).toEqual({ ok: true });
  });
});

describe('when no answer comes', () => {
  test('the time-out ends the waiting', async () => {
    const { endpoint } = await startServer('silent');
    expect(await subscribe(fields, { endpoint, timeout: 60, ...ONCE })).toEqual({
      ok: false,
      reason: 'timeout',
    });
  });

  test('the time-out counts until the last byte of the answer', async () => {
    const { endpoint } = await startServer((response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"success": true');
    });
    expect(await subscribe(fields, { endpoint, timeout: 300, ...ONCE })).toEqual({
      ok: false,
      reason: 'timeout',
    });
  });

  test('the caller can abort', async () => {
    const controller = new AbortController();
    const { endpoint } = await startServer(() => controller.abort());
    const result = await subscribe(fields, { endpoint, signal: controller.signal });
    expect(result).toEqual({ ok: false, reason: 'aborted' });
  });

  test('a caller who has aborted before sends nothing', async () => {
    const { endpoint, requests } = await startServer(ACCEPTED);
    const result = await subscribe(fields, { endpoint, signal: AbortSignal.abort() });
    expect(result).toEqual({ ok: false, reason: 'aborted' });
    expect(requests).toEqual([]);
  });

  test('a caller who aborts for a reason named like the time-out has aborted', async () => {
    const controller = new AbortController();
    const { endpoint } = await startServer(() => controller.abort('timeout'));
    const result = await subscribe(fields, { endpoint, signal: controller.signal });
    expect(result).toEqual({ ok: false, reason: 'aborted' });
  });

  test('a service that refuses the connection is unreachable', async () => {
    const endpoint = await findUnreachableEndpoint();
    expect(await subscribe(fields, { endpoint, ...ONCE })).toEqual({
      ok: false,
      reason: 'unreachable',
    });
  });

  test('a service that drops the connection is unreachable', async () => {
    const { endpoint } = await startServer('unreachable');
    expect(await subscribe(fields, { endpoint, ...ONCE })).toEqual({
      ok: false,
      reason: 'unreachable',
    });
  });

  test('a device without a network is offline', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const endpoint = await findUnreachableEndpoint();
    expect(await subscribe(fields, { endpoint })).toEqual({ ok: false, reason: 'offline' });
  });

  test('an answer counts although the device says that it is offline', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const { endpoint } = await startServer(ACCEPTED);
    expect(await subscribe(fields, { endpoint })).toEqual({ ok: true });
  });
});

describe('whatever it is given, it gives a result', () => {
  test.each([
    'nowhere',
    'http://',
    'https://user:secret@127.0.0.1/',
    'ftp://127.0.0.1/',
    'javascript:1',
  ])('endpoint %j', async (endpoint) => {
    const result = await subscribe(fields, { endpoint, ...ONCE });
    expect(result).toEqual({ ok: false, reason: 'unreachable' });
  });

  // A server passes on what came in a request, so these are what anybody may send to it.
  test.each([
    '{}',
    '[]',
    '{"a": null, "email": [], "variant": {}, "store": false}',
    '{"email": {"toString": 1}}',
    '{"email": {"toString": null, "valueOf": null}}',
    '{"__proto__": {"email": "sam@example.com"}}',
    '"text"',
    '1',
    'null',
  ])('fields %s', async (source) => {
    const result = await subscribe(JSON.parse(source), { endpoint: 'nowhere' });
    expect(result).toMatchObject({ ok: false, reason: 'invalid' });
  });

  test('no fields at all', async () => {
    const result = await (subscribe as () => ReturnType<typeof subscribe>)();
    expect(result).toMatchObject({ ok: false, reason: 'invalid' });
  });
});

test('a caller’s signal is left without listeners', async () => {
  const { signal } = new AbortController();
  let during = 0;
  const { endpoint } = await startServer((response) => {
    during = getEventListeners(signal, 'abort').length;
    response.end(ACCEPTED.body);
  });
  await subscribe(fields, { endpoint, signal });
  expect(during).toBeGreaterThan(0);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
