import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Result } from '../../src/subscribe/result.ts';
import { watchConsole } from '../support/console.ts';

/** What the merchant reads in the console after these results on one page. */
async function advise(...results: readonly Result[]) {
  const { adviseMerchant } = await import('../../src/subscribe/result.ts');
  const { messages } = watchConsole();
  for (const result of results) adviseMerchant(result);
  return messages;
}

beforeEach(() => {
  vi.resetModules();
});

describe('the console advises', () => {
  test.each(['unknownAnswer', 'emptyAnswer', 'htmlAnswer', 'brokenAnswer'] as const)(
    'of an API that is retired, and of the way out, when the answer is %s',
    async (reason) => {
      const messages = await advise({ ok: false, reason, status: 410 });
      expect(messages).toHaveLength(1);
      expect(messages[0]).toContain('410');
      expect(messages[0]).toContain("api: 'client'");
    },
  );

  test.each([
    ['htmlAnswer', 200],
    ['emptyAnswer', 204],
    ['brokenAnswer', 200],
    ['unknownAnswer', 401],
    ['htmlAnswer', 403],
    ['unknownAnswer', 404],
  ] as const)(
    'of %s with status %i, which is not Klaviyo’s, and what to check',
    async (reason, status) => {
      const messages = await advise({ ok: false, reason, status });
      expect(messages).toHaveLength(1);
      expect(messages[0]).toContain(String(status));
      expect(messages[0]).toContain('"endpoint"');
    },
  );

  test('to check the key after a refusal that is not about the address', async () => {
    const messages = await advise({ ok: false, reason: 'refused', messages: ['No.'] });
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('"apiKey"');
  });

  test('of a variant that Klaviyo does not know', async () => {
    const mistakes = { variant: 'malformed' } as const;
    expect(
      await advise({ ok: false, reason: 'refused', messages: ['No.'], mistakes }),
    ).toHaveLength(1);
  });

  test('the same only once, however many shoppers meet it', async () => {
    const retired: Result = { ok: false, reason: 'unknownAnswer', status: 410 };
    const refused: Result = { ok: false, reason: 'refused', messages: ['No.'] };
    expect(await advise(retired, refused, retired, refused)).toHaveLength(2);
  });
});

describe('the console says nothing', () => {
  test.each<Result>([
    { ok: true },
    { ok: false, reason: 'invalid', mistakes: { email: 'malformed' } },
    { ok: false, reason: 'refused', messages: ['No.'], mistakes: { email: 'malformed' } },
    { ok: false, reason: 'rateLimited', status: 429, retryAfter: 0 },
    { ok: false, reason: 'serverError', status: 503, retryAfter: 0 },
    { ok: false, reason: 'offline' },
    { ok: false, reason: 'unreachable' },
    { ok: false, reason: 'timeout' },
    { ok: false, reason: 'aborted' },
  ])('what a shopper can mend, or what passes: %j', async (result) => {
    expect(await advise(result)).toEqual([]);
  });

  test('what the answer says, which may hold the shopper’s address', async () => {
    const messages = await advise({
      ok: false,
      reason: 'refused',
      messages: ['sam@example.com is not subscribed.'],
    });
    expect(messages.join()).not.toContain('sam');
  });
});
