import { expect, test } from 'vitest';
import { startKlaviyo } from '../support/klaviyo.ts';
import { ACCEPTED, BROKEN } from '../support/klaviyo-answers.ts';
import { makeOlder, offerOf, openPage, settleDown, useOutboxes } from '../support/outbox.ts';
import { readStorage } from '../support/storage.ts';
import TYPED from '../support/typed-addresses.json' with { type: 'json' };

useOutboxes();

const EXAMPLES = TYPED.filter(({ sent }) => sent);

test.each(EXAMPLES)('$what: kept and sent later without what nobody sees', async (example) => {
  const { typed: email, sent = '' } = example;
  const { outbox } = await openPage({ retries: 0 });
  startKlaviyo(BROKEN);
  const fields = { a: 'DEMO01', email, variant: '2003', store: '1' };
  const delivering = outbox.deliver(fields, offerOf('2003'), {});
  await settleDown();
  await delivering;
  const kept = Object.entries(readStorage());
  expect(kept).toHaveLength(1);
  for (const text of kept.flat()) expect(text).toContain(sent);
  expect(JSON.parse(String(kept[0]?.[1])).subscription.email).toBe(sent);
  const requests = startKlaviyo(ACCEPTED);
  makeOlder(30_000);
  outbox.sendKept();
  await settleDown();
  expect(requests.map(({ body }) => new URLSearchParams(body).get('email'))).toEqual([sent]);
});
