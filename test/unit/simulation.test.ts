import { describe, expect, test } from 'vitest';
import { createNaiveClient } from '../../bench/clients/naive-client.ts';
import { createPublishedClient } from '../../bench/clients/published-client.ts';
import { widget } from '../../bench/clients/widget.ts';
import { LIMITS } from '../../bench/model.ts';
import { simulate } from '../../bench/simulate.ts';
import { simulateAtOnce } from '../../bench/simulate-at-once.ts';
import { subscribe } from '../../src/entries/subscribe.ts';

// `npm run bench:reliability` with a fiftieth of the shoppers and of the limits: 7 in a second, 70 in a minute.
const SHOPPERS = 2000;
const WEIGHT = 50;

describe.each([
  ['as it is documented', true],
  ['with a Retry-After that scripts may not read', false],
])('a drop that is far beyond the rate limit, %s', (_, isRetryAfterReadable) => {
  test('loses nobody with the widget', async () => {
    const drop = { shoppers: SHOPPERS, weight: WEIGHT, client: widget, isRetryAfterReadable };
    const report = await simulate(drop);
    expect(report).toMatchObject({ accepted: SHOPPERS, lost: 0 });

    // Each of them once: only an answer that met no page any more makes the widget send again what is accepted.
    const { accepted, refused, repeated, requests, byStage } = report;
    expect(requests).toBe(accepted + refused + repeated);
    expect(repeated).toBeLessThan(accepted / 100);
    expect(Object.values(byStage).reduce((sum, count) => sum + count)).toBe(SHOPPERS);

    // It is gentler with the server than what sends again at once, and takes no longer than shoppers stay away.
    const naive = simulateAtOnce({ shoppers: SHOPPERS, weight: WEIGHT, isPatient: true });
    expect(report.retryPeak).toBeLessThan(naive.retryPeak / 10);
    expect(requests).toBeLessThan(naive.requests / 100);
    expect(report.last).toBeLessThan(24 * 3_600_000);
  });
});

test('nobody is accepted beyond the limits', async () => {
  const client = createNaiveClient(5, 1000);
  const { accepted, last = 0 } = await simulate({ shoppers: SHOPPERS, weight: WEIGHT, client });
  const windows = Math.ceil(last / 60_000);
  expect(accepted).toBeLessThanOrEqual((windows * LIMITS.perMinute) / WEIGHT);
});

test('the client alone keeps nothing: what it cannot send within half a minute is lost', async () => {
  const client = createPublishedClient(subscribe);
  const { accepted, lost, byStage } = await simulate({
    shoppers: SHOPPERS,
    weight: WEIGHT,
    client,
  });
  expect(lost).toBe(SHOPPERS - accepted);
  expect(lost).toBeGreaterThan(0);
  expect(byStage).toMatchObject({ open: 0, view: 0, back: 0, again: 0 });
});

test('each run gives the same figures', async () => {
  const drop = { shoppers: 200, weight: 350, client: widget };
  expect(await simulate(drop)).toEqual(await simulate(drop));
});

test('the globals are those of Node again', async () => {
  const list = () => [
    ...[fetch, setTimeout, Date.now, Math.random, AbortController],
    // Newer ones have some of these as well.
    ...['localStorage', 'navigator', 'addEventListener'].map((name) => name in globalThis),
  ];
  const before = list();
  await simulate({ shoppers: 1, client: widget });
  expect(list()).toEqual(before);
});

test('clients that send again at once are as many requests as when each of them is played', async () => {
  const crowd = { shoppers: 200, weight: 175 };
  const client = createNaiveClient(Number.POSITIVE_INFINITY, 0);
  const played = await simulate({ ...crowd, client });
  const { requests, peak, accepted } = simulateAtOnce({ ...crowd, isPatient: false });
  for (const [flowing, counted] of [
    [requests, played.requests],
    [peak, played.peak],
    [accepted, played.accepted],
  ] as const) {
    expect(Math.abs(flowing - counted) / counted).toBeLessThan(0.1);
  }
});
