import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../src/subscribe/answer.ts';

const STATUSES = [200, 201, 202, 400, 401, 404, 410, 429, 500, 503];

describe('a documented answer is told by its body, whatever its status', () => {
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
    ['many requests', 429, '{"detail": "Request was throttled."}', { reason: 'rateLimited' }],
    ['many requests, without a body', 429, '', { reason: 'rateLimited' }],
    ['many requests, as a page', 429, '<html></html>', { reason: 'rateLimited' }],
    ['a broken service', 500, 'Internal Server Error', { reason: 'serverError', status: 500 }],
    ['a broken service, as JSON', 503, '{"a": 1}', { reason: 'serverError', status: 503 }],
    [
      'a broken service, as a page',
      502,
      '<h1>Bad Gateway</h1>',
      { reason: 'serverError', status: 502 },
    ],
    ['a broken service, without a body', 504, '', { reason: 'serverError', status: 504 }],
    [
      'a page',
      200,
      '<!doctype html><title>Maintenance</title>',
      { reason: 'htmlAnswer', status: 200 },
    ],
    ['a page after blanks', 404, '\n  <html></html>', { reason: 'htmlAnswer', status: 404 }],
    ['nothing', 200, '', { reason: 'emptyAnswer', status: 200 }],
    ['nothing but blanks', 202, ' \r\n', { reason: 'emptyAnswer', status: 202 }],
    ['JSON that breaks off', 200, '{"email": "sam@exa', { reason: 'brokenAnswer', status: 200 }],
    ['success that breaks off', 200, '{"success": true', { reason: 'brokenAnswer', status: 200 }],
    ['a retired address', 410, '{"detail": "Gone"}', { reason: 'unknownAnswer', status: 410 }],
    ['null', 200, 'null', { reason: 'unknownAnswer', status: 200 }],
    ['a number', 200, '1', { reason: 'unknownAnswer', status: 200 }],
    ['true', 200, 'true', { reason: 'unknownAnswer', status: 200 }],
    ['a text', 200, '"success"', { reason: 'unknownAnswer', status: 200 }],
    ['a list', 200, '[{"success": true}]', { reason: 'unknownAnswer', status: 200 }],
    ['an empty object', 200, '{}', { reason: 'unknownAnswer', status: 200 }],
    [
      'success that is no success',
      200,
      '{"success": false}',
      { reason: 'unknownAnswer', status: 200 },
    ],
    ['success in words', 200, '{"success": "true"}', { reason: 'unknownAnswer', status: 200 }],
    [
      'errors of another service',
      400,
      '{"errors": [{"detail": "x"}]}',
      { reason: 'unknownAnswer', status: 400 },
    ],
    [
      'many requests, with errors',
      429,
      '{"errors": [{"code": "throttled"}]}',
      { reason: 'rateLimited' },
    ],
    [
      'a broken service, with errors',
      500,
      '{"errors": []}',
      { reason: 'serverError', status: 500 },
    ],
    ['errors that are no list', 400, '{"errors": "bad"}', { reason: 'unknownAnswer', status: 400 }],
    [
      'a message of another status',
      200,
      '{"status": 404, "message": "* a *"}',
      { reason: 'unknownAnswer', status: 200 },
    ],
    [
      'a message that is no text',
      200,
      '{"status": 400, "message": {}}',
      { reason: 'unknownAnswer', status: 200 },
    ],
  ])('%s', (_name, status, body, expected) => {
    expect(readAnswer(status, body)).toEqual({ ok: false, ...expected });
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
