import { describe, expect, test } from 'vitest';
import { formTransport } from '../../src/subscribe/transports.ts';

/** What an answer to the documented form means. */
const readAnswer = (status: number, body: string) =>
  formTransport.read({ status, body, retryAfter: null });

const STATUSES = [200, 201, 202, 400, 401, 404, 410, 429, 500, 503];

describe('a documented answer is known by its body, whatever its status', () => {
  test.each(STATUSES)('success with status %i', (status) => {
    const body = '{"email": "sam@example.com", "success": true}';
    expect(readAnswer(status, body)).toEqual({ ok: true });
  });

  test.each(STATUSES)('invalid e-mail address or key with status %i', (status) => {
    const sentence = 'There was something wrong with your request. Please try again.';
    const body = JSON.stringify({ errors: [sentence], data: {}, success: false });
    expect(readAnswer(status, body)).toEqual({
      ok: false,
      reason: 'refused',
      messages: [sentence],
    });
  });

  test.each(STATUSES)('missing field with status %i', (status) => {
    const body =
      '{"status": 400, "message": "There was something wrong with your request: * email * This field is required."}';
    expect(readAnswer(status, body)).toEqual({ ok: false, reason: 'fieldMissing', field: 'email' });
  });
});

test.each([
  ['* email * This field is required.', 'email'],
  ['There was something wrong with your request: * store * This field is required.', 'store'],
  ['* a * This field is required. * variant * This field is required.', 'a'],
  ['*email* This field is required.', 'email'],
  ['Something is wrong.', ''],
  ['', ''],
])('the message %j names the field %j', (message, field) => {
  expect(readAnswer(400, JSON.stringify({ status: 400, message }))).toEqual({
    ok: false,
    reason: 'fieldMissing',
    field,
  });
});

describe('an answer that is not documented', () => {
  test.each([
    ['a page', 200, '<!doctype html><title>Maintenance</title>', 'htmlAnswer'],
    ['a page after blanks', 404, '\n  <html></html>', 'htmlAnswer'],
    ['nothing', 200, '', 'emptyAnswer'],
    ['nothing but blanks', 202, ' \r\n', 'emptyAnswer'],
    ['JSON that breaks off', 200, '{"email": "sam@exa', 'brokenAnswer'],
    ['success that breaks off', 200, '{"success": true', 'brokenAnswer'],
    ['a retired address', 410, '{"detail": "Gone"}', 'unknownAnswer'],
    ['null', 200, 'null', 'unknownAnswer'],
    ['a number', 200, '1', 'unknownAnswer'],
    ['true', 200, 'true', 'unknownAnswer'],
    ['a text', 200, '"success"', 'unknownAnswer'],
    ['a list', 200, '[{"success": true}]', 'unknownAnswer'],
    ['an empty object', 200, '{}', 'unknownAnswer'],
    ['success that is no success', 200, '{"success": false}', 'unknownAnswer'],
    ['success in words', 200, '{"success": "true"}', 'unknownAnswer'],
    ['errors of another service', 400, '{"errors": [{"detail": "x"}]}', 'unknownAnswer'],
    ['errors that are no list', 400, '{"errors": "bad"}', 'unknownAnswer'],
    ['a message of another status', 200, '{"status": 404, "message": "* a *"}', 'unknownAnswer'],
    ['a message that is no text', 200, '{"status": 400, "message": {}}', 'unknownAnswer'],
  ])('%s', (_name, status, body, reason) => {
    expect(readAnswer(status, body)).toEqual({ ok: false, reason, status });
  });

  test.each([
    ['many requests', 429, '{"detail": "Request was throttled."}', 'rateLimited'],
    ['many requests, without a body', 429, '', 'rateLimited'],
    ['many requests, as a page', 429, '<html></html>', 'rateLimited'],
    ['many requests, with errors', 429, '{"errors": [{"code": "throttled"}]}', 'rateLimited'],
    ['a broken service', 500, 'Internal Server Error', 'serverError'],
    ['a broken service, as JSON', 503, '{"a": 1}', 'serverError'],
    ['a broken service, as a page', 502, '<h1>Bad Gateway</h1>', 'serverError'],
    ['a broken service, without a body', 500, '', 'serverError'],
    ['nobody, as a gateway says', 504, '', 'timeout'],
    ['nobody, as a gateway says with a page', 504, '<h1>Gateway Time-out</h1>', 'timeout'],
    ['a broken service, with errors', 500, '{"errors": []}', 'serverError'],
  ])('%s, which asks for no particular waiting', (_name, status, body, reason) => {
    expect(readAnswer(status, body)).toEqual({ ok: false, reason, status, retryAfter: 0 });
  });

  test('is never read from what every object has', () => {
    const body = '{"__proto__": {"success": true}}';
    expect(readAnswer(200, body)).toEqual({ ok: false, reason: 'unknownAnswer', status: 200 });
  });

  test('keeps its errors as texts, whatever they are', () => {
    expect(
      readAnswer(400, '{"errors": [1, null, {"detail": "x"}], "success": false}'),
    ).toMatchObject({
      reason: 'refused',
      messages: [expect.any(String), expect.any(String), expect.any(String)],
    });
  });
});
