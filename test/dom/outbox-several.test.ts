import { expect, test } from 'vitest';
import { watchConsole } from '../support/console.ts';
import { startKlaviyo } from '../support/klaviyo.ts';
import { ACCEPTED, BROKEN, REFUSED } from '../support/klaviyo-answers.ts';
import { keptVariants, openPage, press, useOutboxes } from '../support/outbox.ts';
import { readStorage } from '../support/storage.ts';

// Subscriptions of one press: one is sent after the other.

useOutboxes();

test('all are kept from the press on, and the next one is sent once the one before has its answer', async () => {
  const kept: string[][] = [];
  const requests = startKlaviyo(() => {
    kept.push(keptVariants());
    return ACCEPTED;
  });
  const { outbox } = await openPage();
  const first = press(outbox, '2003');
  const second = press(outbox, '2004', { after: first });
  expect(keptVariants()).toEqual(['2003', '2004']);
  expect(await first).toEqual({ ok: true });
  expect(await second).toEqual({ ok: true });
  expect(kept).toEqual([['2003', '2004'], ['2004']]);
  expect(requests).toHaveLength(2);
  expect(readStorage()).toEqual({});
});

test('after a failure that may pass, the others are not sent now, and are kept with the same result', async () => {
  watchConsole();
  const requests = startKlaviyo(BROKEN);
  const { outbox } = await openPage({ retries: 0 });
  const first = press(outbox, '2003');
  const second = press(outbox, '2004', { after: first });
  const third = press(outbox, '2005', { after: second });
  const results = await Promise.all([first, second, third]);
  for (const result of results) expect(result).toMatchObject({ reason: 'serverError' });
  expect(new Set(results.map(({ kept }) => kept)).size).toBe(3);
  expect(requests).toHaveLength(1);
  expect(keptVariants()).toEqual(['2003', '2004', '2005']);
});

test('after a refusal, which is about that one, the next one is sent', async () => {
  watchConsole();
  const replies = [REFUSED, ACCEPTED];
  const requests = startKlaviyo(() => replies.shift() ?? 'unreachable');
  const { outbox } = await openPage();
  const first = press(outbox, '2003');
  const second = press(outbox, '2004', { after: first });
  expect(await first).toMatchObject({ reason: 'refused' });
  expect(await second).toEqual({ ok: true });
  expect(requests).toHaveLength(2);
});

test('without an outbox the others have that result too, and nothing is kept', async () => {
  watchConsole();
  const requests = startKlaviyo(BROKEN);
  const { outbox } = await openPage({ retries: 0, outbox: false });
  const first = press(outbox, '2003');
  const second = press(outbox, '2004', { after: first });
  expect(await second).toEqual(await first);
  expect(requests).toHaveLength(1);
  expect(readStorage()).toEqual({});
});

test('what cannot be valid is said at once, whatever it would wait for', async () => {
  const requests = startKlaviyo(ACCEPTED);
  const { outbox } = await openPage();
  const after = new Promise<never>(() => {});
  expect(await press(outbox, '', { after })).toMatchObject({ reason: 'invalid' });
  expect(requests).toEqual([]);
});
