import { describe, expect, test, vi } from 'vitest';
import { watchConsole } from '../support/console.ts';
import { startKlaviyo } from '../support/klaviyo.ts';
import {
  ACCEPTED,
  BROKEN,
  BUSY,
  inTrouble,
  MISSING,
  REFUSED,
  type Reply,
} from '../support/klaviyo-answers.ts';
import { provideLocks } from '../support/locks.ts';
import {
  keptVariants,
  NOW,
  openPage,
  press,
  settleDown,
  useOutboxes,
  variantOf,
} from '../support/outbox.ts';
import { readStorage } from '../support/storage.ts';

useOutboxes();

const KEY = 'back-in-stock:["DEMO01","sam@example.com","2003","1"]';

describe.each([
  ['on a secure page, which has locks', true],
  ['on a page without locks', false],
])('%s, a shopper’s subscription', (_name, hasLocks) => {
  const open = (...settings: Parameters<typeof openPage>) => {
    if (hasLocks) provideLocks();
    return openPage(...settings);
  };

  test('is kept from the moment it is sent until it is accepted', async () => {
    let during: string[] = [];
    startKlaviyo(() => {
      during = keptVariants();
      return ACCEPTED;
    });
    const { outbox, settled } = await open();
    expect(await press(outbox)).toEqual({ ok: true });
    expect(during).toEqual(['2003']);
    expect(readStorage()).toEqual({});
    // The form announces it, and nobody else.
    expect(settled).toEqual([]);
  });

  test.each<[string, Reply]>([
    ['refused', REFUSED],
    ['fieldMissing', MISSING],
  ])('that is %s would be so again, and is dropped', async (reason, reply) => {
    watchConsole();
    startKlaviyo(reply);
    const { outbox } = await open();
    const result = await press(outbox);
    expect(result).toMatchObject({ ok: false, reason });
    expect(result).not.toHaveProperty('kept');
    expect(readStorage()).toEqual({});
  });

  test.each<[string, Reply]>([
    ['unreachable', 'unreachable'],
    ['timeout', 'silent'],
    ['rateLimited', BUSY],
    ['serverError', BROKEN],
    ['htmlAnswer', inTrouble('html')],
    ['emptyAnswer', inTrouble('empty')],
    ['brokenAnswer', inTrouble('truncated')],
    ['unknownAnswer', { body: '{}' }],
    ['unknownAnswer', inTrouble('410')],
  ])('that fails with %s (%j) stays, and the result says so', async (reason, reply) => {
    watchConsole();
    startKlaviyo(reply);
    const { outbox } = await open({ retries: 0 });
    const outcome = press(outbox);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await outcome).toMatchObject({ ok: false, reason, kept: KEY });
    expect(keptVariants()).toEqual(['2003']);
  });

  test('is tried again while the shopper waits, and the caller hears of it', async () => {
    const requests = startKlaviyo(BROKEN, BROKEN, ACCEPTED);
    const onRetry = vi.fn();
    const { outbox } = await open();
    const outcome = press(outbox, '2003', { onRetry });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await outcome).toEqual({ ok: true });
    expect(requests).toHaveLength(3);
    expect(onRetry).toHaveBeenCalledTimes(2);
    expect(readStorage()).toEqual({});
  });

  test('whose form is closed meanwhile stays, and is sent later', async () => {
    const requests = startKlaviyo('silent', ACCEPTED);
    const controller = new AbortController();
    const { outbox, settled } = await open();
    const outcome = press(outbox, '2003', { signal: controller.signal });
    await settleDown();
    controller.abort();
    expect(await outcome).toEqual({ ok: false, reason: 'aborted', kept: KEY });
    expect(keptVariants()).toEqual(['2003']);
    await vi.runAllTimersAsync();
    expect(requests).toHaveLength(2);
    expect(requests[1]?.body).toBe(requests[0]?.body);
    expect(settled).toMatchObject([{ key: KEY, result: { ok: true } }]);
    expect(readStorage()).toEqual({});
  });

  test('is kept with what its event announces, and no more of the product than that', async () => {
    startKlaviyo(BROKEN);
    const { outbox } = await open({ retries: 0 });
    await press(outbox);
    expect(JSON.parse(readStorage()[KEY] ?? '')).toMatchObject({
      offer: {
        product: { id: '13', name: 'Tee', variants: [variantOf('2003')] },
        variants: [variantOf('2003')],
      },
      madeAt: NOW,
    });
    expect(readStorage()[KEY]).not.toContain('"sold"');
  });

  test.each([
    [{ email: 'sam' }, { email: 'malformed' }],
    [{ email: '' }, { email: 'missing' }],
    [{ variant: '' }, { variant: 'missing' }],
    [{ store: '' }, { store: 'missing' }],
  ])('with %j is neither sent nor kept', async (broken, mistakes) => {
    const requests = startKlaviyo();
    const { outbox } = await open();
    const fields = { a: 'DEMO01', email: 'sam@example.com', variant: '2003', store: '1' };
    const offer = {
      product: { id: '13', name: 'Tee', type: 'simple', attributes: [], variants: [] },
    };
    const result = await outbox.deliver(
      { ...fields, ...broken },
      { ...offer, variants: [] } as never,
      {},
    );
    expect(result).toEqual({ ok: false, reason: 'invalid', mistakes });
    expect(requests).toEqual([]);
    expect(readStorage()).toEqual({});
  });
});

describe('where nothing can be kept, the result is the failure itself', () => {
  test('because the storage has been cleared meanwhile', async () => {
    startKlaviyo(() => {
      localStorage.clear();
      return BROKEN;
    });
    const { outbox } = await openPage({ retries: 0 });
    const result = await press(outbox);
    expect(result).toMatchObject({ reason: 'serverError' });
    expect(result.ok || result.kept).toBeFalsy();
  });
});

describe('whatever the browser’s storage and locks do, the shopper gets an answer', () => {
  test('although something spoilt is kept beside it', async () => {
    localStorage.setItem('back-in-stock:1', '{"madeAt": {"valueOf": 1, "toString": 1}}');
    startKlaviyo(ACCEPTED);
    const { outbox } = await openPage();
    expect(await press(outbox).catch(String)).toEqual({ ok: true });
  });

  test('although locks are refused, as in some frames', async () => {
    const refuse = () => Promise.reject(new DOMException('Denied.', 'SecurityError'));
    vi.spyOn(navigator, 'locks', 'get').mockReturnValue({ request: refuse } as never);
    startKlaviyo(ACCEPTED);
    const { outbox } = await openPage();
    expect(await press(outbox).catch(String)).toEqual({ ok: true });
  });
});
