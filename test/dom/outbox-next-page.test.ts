import { describe, expect, test, vi } from 'vitest';
import { watchConsole } from '../support/console.ts';
import { startKlaviyo } from '../support/klaviyo.ts';
import {
  ACCEPTED,
  askingFor,
  BROKEN,
  BUSY,
  CLIENT_ACCEPTED,
  inTrouble,
  MISSING,
  REFUSED,
  type Reply,
} from '../support/klaviyo-answers.ts';
import { provideLocks } from '../support/locks.ts';
import {
  goOnline,
  keptVariants,
  leaveUnsent,
  NOW,
  offerOf,
  openPage,
  press,
  sentVariants,
  settleDown,
  useOutboxes,
  variantOf,
} from '../support/outbox.ts';
import { fillStorage, readStorage } from '../support/storage.ts';
import { stubChance } from '../support/subscribe-now.ts';

useOutboxes();

const HOUR = 3_600_000;

describe.each([
  ['on a secure page, which has locks', true],
  ['on a page without locks', false],
])('%s, what an earlier page could not send', (_name, hasLocks) => {
  /** The next page, which sends what is kept as soon as it is there. */
  async function openNext(...settings: Parameters<typeof openPage>) {
    if (hasLocks) provideLocks();
    const page = await openPage(...settings);
    page.outbox.sendKept();
    await settleDown();
    return page;
  }

  test('is sent, dropped when it is accepted, and announced with what it was about', async () => {
    await leaveUnsent('2003');
    const requests = startKlaviyo(ACCEPTED);
    const { settled } = await openNext();
    expect(requests.map(({ body }) => body)).toEqual([
      'a=DEMO01&email=sam%40example.com&variant=2003&platform=magento_two&store=1',
    ]);
    expect(readStorage()).toEqual({});
    const { product } = offerOf('2003');
    expect(settled).toMatchObject([
      {
        offer: {
          product: { ...product, variants: [variantOf('2003')] },
          variants: [variantOf('2003')],
        },
        result: { ok: true },
      },
    ]);
  });

  test.each<[string, Reply]>([
    ['refused', REFUSED],
    ['fieldMissing', MISSING],
  ])('is dropped and announced when it is %s', async (reason, reply) => {
    watchConsole();
    await leaveUnsent('2003');
    startKlaviyo(reply);
    const { settled } = await openNext();
    expect(readStorage()).toEqual({});
    expect(settled).toMatchObject([{ result: { ok: false, reason } }]);
  });

  test.each<[string, Reply]>([
    ['there is no connection', 'unreachable'],
    ['there are too many requests', BUSY],
    ['the server is in trouble', BROKEN],
    ['a page comes back', inTrouble('html')],
    ['nothing comes back', inTrouble('empty')],
    ['the API is retired', inTrouble('410')],
  ])('stays when %s, and nothing is announced', async (_why, reply) => {
    watchConsole();
    await leaveUnsent('2003');
    startKlaviyo(reply);
    const { settled } = await openNext();
    expect(keptVariants()).toEqual(['2003']);
    expect(settled).toEqual([]);
  });

  test('is all sent, and each is announced', async () => {
    await leaveUnsent('1', '2', '3');
    const requests = startKlaviyo(ACCEPTED);
    const { settled } = await openNext();
    expect(sentVariants(requests)).toEqual(['1', '2', '3']);
    expect(settled).toHaveLength(3);
  });

  test('is sent one after the other, so that a server in trouble gets no more', async () => {
    await leaveUnsent('1', '2', '3');
    const requests = startKlaviyo('silent');
    await openNext();
    await vi.advanceTimersByTimeAsync(9_000);
    expect(sentVariants(requests)).toEqual(['1']);
  });

  test('is sent on after one that fails, which holds up no other', async () => {
    await leaveUnsent('1', '2', '3');
    const requests = startKlaviyo(ACCEPTED, BROKEN, ACCEPTED);
    await openNext();
    expect(sentVariants(requests)).toEqual(['1', '2', '3']);
    expect(keptVariants()).toEqual(['2']);
  });

  test('is sent on after one that is refused', async () => {
    watchConsole();
    await leaveUnsent('1', '2', '3');
    const requests = startKlaviyo(ACCEPTED, REFUSED, ACCEPTED);
    await openNext();
    expect(sentVariants(requests)).toEqual(['1', '2', '3']);
    expect(readStorage()).toEqual({});
  });

  test('is sent once on this occasion, however many retries a shopper waits for', async () => {
    await leaveUnsent('2003');
    stubChance(0.9);
    const requests = startKlaviyo(BROKEN);
    await openNext({ retries: 10 });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(requests).toHaveLength(1);
  });

  test('is sent although the merchant wants nothing to be kept any more', async () => {
    await leaveUnsent('2003');
    const requests = startKlaviyo(ACCEPTED);
    await openNext({ outbox: false });
    expect(sentVariants(requests)).toEqual(['2003']);
  });

  test('is sent in the way that the merchant has chosen meanwhile', async () => {
    await leaveUnsent('2003');
    const requests = startKlaviyo(CLIENT_ACCEPTED);
    const { settled } = await openNext({ api: 'client' });
    expect(requests.map(({ address }) => address)).toEqual([
      'https://a.klaviyo.com/client/back-in-stock-subscriptions?company_id=DEMO01',
    ]);
    expect(settled).toMatchObject([{ result: { ok: true } }]);
  });

  test('has its newsletter with it, and the catalogue that it is of', async () => {
    goOnline(false);
    startKlaviyo('unreachable');
    const first = await openPage({ retries: 0 });
    const fields = { a: 'DEMO01', email: 'sam@example.com', variant: '2003', store: '1' };
    const more = { ...fields, g: 'XyZ123', catalogue: '1-1' };
    await first.outbox.deliver(more, offerOf('2003'), {});
    first.outbox.destroy();
    goOnline(true);

    const requests = startKlaviyo(CLIENT_ACCEPTED);
    await openNext({ api: 'client' });
    expect(requests.map(({ address }) => new URL(address).pathname)).toEqual([
      '/client/back-in-stock-subscriptions',
      '/client/subscriptions',
    ]);
    expect(requests[0]?.body).toContain('"$magento_two:::1-1:::2003"');
    expect(requests[1]?.body).toContain('"XyZ123"');
    expect(readStorage()).toEqual({});
  });

  test('is not sent when it is older than a day, and is gone then', async () => {
    await leaveUnsent('2003');
    vi.setSystemTime(NOW + 24 * HOUR);
    const requests = startKlaviyo(ACCEPTED);
    const { settled } = await openNext();
    expect(requests).toEqual([]);
    expect(settled).toEqual([]);
    expect(readStorage()).toEqual({});
  });

  test('is not kept for longer by being tried, however often', async () => {
    await leaveUnsent('2003');
    watchConsole();
    stubChance(0.5);
    const asking = askingFor('1800');
    const requests = startKlaviyo(asking);
    await openNext();
    await vi.advanceTimersByTimeAsync(25 * HOUR);
    expect(requests.length).toBeGreaterThan(10);
    expect(requests.at(-1)?.at).toBeLessThan(24 * HOUR);
    expect(readStorage()).toEqual({});
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is not sent without a network, but as soon as there is one', async () => {
    await leaveUnsent('2003');
    goOnline(false);
    const requests = startKlaviyo(ACCEPTED);
    const { settled } = await openNext();
    await vi.advanceTimersByTimeAsync(2 * HOUR);
    expect(requests).toEqual([]);
    goOnline(true);
    await settleDown();
    expect(sentVariants(requests)).toEqual(['2003']);
    expect(settled).toHaveLength(1);
  });

  test('that a server has asked to wait for is left alone until then, and the others are not', async () => {
    stubChance(0.5);
    startKlaviyo(askingFor('600'), 'unreachable');
    const first = await openPage({ retries: 0 });
    await press(first.outbox, 'postponed');
    await press(first.outbox, 'other');
    first.outbox.destroy();

    vi.setSystemTime(NOW + 30_000);
    const requests = startKlaviyo(ACCEPTED);
    const { outbox } = await openNext();
    expect(sentVariants(requests)).toEqual(['other']);
    vi.setSystemTime(NOW + 599_000);
    outbox.sendKept();
    await settleDown();
    expect(sentVariants(requests)).toEqual(['other']);
    vi.setSystemTime(NOW + 600_000);
    outbox.sendKept();
    await settleDown();
    expect(sentVariants(requests)).toEqual(['other', 'postponed']);
  });

  test('is left alone for as long as a server asks, an hour at most, also in a full storage', async () => {
    await leaveUnsent('2003');
    fillStorage();
    startKlaviyo(askingFor('1e9'));
    const { settled } = await openNext();
    expect(keptVariants()).toEqual(['2003']);
    expect(settled).toEqual([]);
  });

  test('by a shop without a key or a store any more is dropped', async () => {
    await leaveUnsent('2003');
    const [key = ''] = Object.keys(readStorage());
    const entry = JSON.parse(readStorage()[key] ?? '');
    entry.subscription.store = '';
    localStorage.setItem(key, JSON.stringify(entry));
    const requests = startKlaviyo(ACCEPTED);
    await openNext();
    expect(requests).toEqual([]);
    expect(readStorage()).toEqual({});
  });
});
