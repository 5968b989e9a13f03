import { describe, expect, test } from 'vitest';
import { clientTransport } from '../../src/subscribe/transports.ts';

/** What an answer of the current API means. */
const read = (status: number, body: string, retryAfter: string | null = null) =>
  clientTransport.read({ status, body, retryAfter });

/** A documented error, pointing at a part of the request. */
const pointing = (source: object, title = 'Invalid input.') => ({
  id: '7d2a4a05-6a1f-4d3c-a4a3-2c3f3b0f9a01',
  status: '400',
  code: 'invalid',
  title,
  detail: 'Invalid input.',
  source,
});

const answer = (...errors: readonly object[]) => JSON.stringify({ errors });

const EMAIL = { pointer: '/data/attributes/profile/data/attributes/email' };
const VARIANT = { pointer: '/data/relationships/variant/data/id' };
const KEY = { parameter: 'company_id' };

describe('success', () => {
  test.each(['', ' ', '{}', '{"success": false}', '{"errors": []}', '<!doctype html>'])(
    'is the status 202, whatever is in the body, as %j',
    (body) => {
      expect(read(202, body)).toEqual({ ok: true });
    },
  );

  test.each([200, 201, 204, 302])('is not the status %i', (status) => {
    expect(read(status, '')).toEqual({ ok: false, reason: 'emptyAnswer', status });
    expect(read(status, '{"success": true}')).toEqual({
      ok: false,
      reason: 'unknownAnswer',
      status,
    });
  });
});

describe('an error', () => {
  test.each([
    ['email', EMAIL],
    ['variant', VARIANT],
    ['variant', { pointer: '/data/relationships/variant' }],
  ])('about %s names that field', (field, source) => {
    const result = read(400, answer(pointing(source)));
    expect(result).toEqual({
      ok: false,
      reason: 'refused',
      messages: [JSON.stringify(pointing(source))],
      mistakes: { [field]: 'malformed' },
    });
  });

  test.each([400, 401, 403, 404, 409, 422])('counts with the status %i', (status) => {
    expect(read(status, answer(pointing(EMAIL)))).toMatchObject({
      reason: 'refused',
      mistakes: { email: 'malformed' },
    });
  });

  test('comes with all others', () => {
    const result = read(400, answer(pointing(EMAIL), pointing(VARIANT), pointing(KEY)));
    expect(result).toMatchObject({
      reason: 'refused',
      mistakes: { email: 'malformed', variant: 'malformed' },
    });
    expect(result).toHaveProperty('messages.length', 3);
  });

  test('about a field counts beside one about nothing', () => {
    expect(read(400, answer(pointing({}), pointing(EMAIL)))).toMatchObject({
      reason: 'refused',
      mistakes: { email: 'malformed' },
    });
  });

  describe.each([
    ['nothing', {}],
    ['the whole', { pointer: '/data' }],
    ['the channels', { pointer: '/data/attributes/channels' }],
    ['the key', KEY],
    ['another parameter', { parameter: 'revision' }],
    ['what only begins like an address', { pointer: '/data/email_type' }],
  ])('about %s names no field of the form', (_name, source) => {
    test('and is a refusal with status 400', () => {
      expect(read(400, answer(pointing(source)))).toEqual({
        ok: false,
        reason: 'refused',
        messages: [JSON.stringify(pointing(source))],
      });
    });

    test.each([401, 403, 404, 409])('and says nothing of the subscription with %i', (status) => {
      expect(read(status, answer(pointing(source)))).toEqual({
        ok: false,
        reason: 'unknownAnswer',
        status,
      });
    });
  });

  test.each([
    ['{"errors": {"email": "x"}}', 'unknownAnswer'],
    ['{"errors": "email"}', 'unknownAnswer'],
    ['{"errors": null}', 'unknownAnswer'],
    ['{"errors": []}', 'unknownAnswer'],
    ['{"errors": [{"source": {"pointer": "/data/attributes/email"}}', 'brokenAnswer'],
    ['null', 'unknownAnswer'],
    ['[]', 'unknownAnswer'],
    ['', 'emptyAnswer'],
    ['<h1>Bad Request</h1>', 'htmlAnswer'],
    ['{"__proto__": {"errors": [{"source": {"parameter": "company_id"}}]}}', 'unknownAnswer'],
  ])('that is %s is none', (body, reason) => {
    expect(read(400, body)).toEqual({ ok: false, reason, status: 400 });
  });

  test('keeps its texts as texts, whatever they are', () => {
    const result = read(400, '{"errors": [1, null, "x", {"source": {"parameter": "company_id"}}]}');
    expect(result).toMatchObject({
      messages: ['1', 'null', 'x', '{"source":{"parameter":"company_id"}}'],
    });
  });
});

describe('trouble', () => {
  test.each([500, 502, 503])(
    'of the server is its status %i, also with errors that point at fields',
    (status) => {
      expect(read(status, answer(pointing(EMAIL)))).toEqual({
        ok: false,
        reason: 'serverError',
        status,
        retryAfter: 0,
      });
    },
  );

  test('with too many requests says how long to wait', () => {
    const throttled = { code: 'throttled', title: 'Request was throttled.', source: {} };
    expect(read(429, answer(throttled), '3')).toEqual({
      ok: false,
      reason: 'rateLimited',
      status: 429,
      retryAfter: 3000,
    });
  });

  test('with an API that is retired has its status', () => {
    expect(read(410, '')).toEqual({ ok: false, reason: 'emptyAnswer', status: 410 });
  });
});
