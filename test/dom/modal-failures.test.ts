import { afterEach, describe, expect, test, vi } from 'vitest';
import type { EventDetail } from '../../src/configuration/options.ts';
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
import { openModal } from '../support/modal.ts';

const ADDRESS = 'sam@example.com';
const THANKS = 'Thank you! We will e-mail you as soon as it is back in stock.';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Settings with which nothing is kept or sent again, so that the form shows the first answer. */
const ONCE = { outbox: false, retries: 0 } as const;

/** Each failure by its reason: what causes it, and the sentence that the shopper reads. */
const FAILURES: readonly [reason: string, reply: Reply, sentence: string][] = [
  ['refused', REFUSED, 'Please check your e-mail address and try again.'],
  ['fieldMissing', MISSING, 'Something is missing or wrong: store. Please tell the shop.'],
  ['rateLimited', BUSY, 'Too many requests. Please try again in a moment.'],
  ['serverError', BROKEN, 'The service has a problem. Please try again in a moment.'],
  ['htmlAnswer', inTrouble('html'), 'We got a page instead of an answer. Please try again.'],
  ['emptyAnswer', inTrouble('empty'), 'We got no answer. Please try again.'],
  ['brokenAnswer', inTrouble('truncated'), 'The answer was cut off. Please try again.'],
  [
    'unknownAnswer',
    inTrouble('wrong-types'),
    'We did not understand the answer. Please try again.',
  ],
  ['unreachable', 'unreachable', 'We could not reach the service. Please try again.'],
];

describe('a failure is said in a sentence of its own, keeps the address, and can be tried again', () => {
  test.each(FAILURES)('%s', async (reason, reply, sentence) => {
    const { messages } = watchConsole();
    const requests = startKlaviyo(reply, ACCEPTED);
    const details: EventDetail[] = [];
    const { shopper, dialog, email, submit, waitForStatus } = await openModal({
      options: { ...ONCE, on: { failed: (detail) => details.push(detail) } },
    });
    await shopper.type(email(), ADDRESS);
    await shopper.click(submit());
    await waitForStatus(sentence);
    expect(email().value).toBe(ADDRESS);
    expect(submit().textContent).toBe('Try again');
    expect(submit().getAttribute('aria-disabled')).not.toBe('true');
    expect(details).toMatchObject([{ reason, variants: [{ id: '2045' }] }]);
    expect(details[0]?.isKept).toBeFalsy();
    expect(JSON.stringify([details, messages])).not.toContain('sam');

    // A click that follows another one at once is the second half of a double click.
    await shopper.keyboard('[Tab]');
    submit().click();
    await waitForStatus(THANKS);
    expect(requests).toHaveLength(2);
    expect(requests[1]?.body).toBe(requests[0]?.body);
    expect(dialog.open).toBe(true);
  });

  test('refused, which may be the key’s fault, is logged once', async () => {
    const { warnings } = watchConsole();
    const requests = startKlaviyo(REFUSED);
    const { shopper, email, submit, waitForStatus } = await openModal({
      options: ONCE,
    });
    await shopper.type(email(), ADDRESS);
    await shopper.click(submit());
    await waitForStatus('Please check your e-mail address and try again.');
    submit().click();
    await vi.waitFor(() => expect(requests).toHaveLength(2));
    await vi.waitFor(() => expect(submit().textContent).toBe('Try again'));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('apiKey');
  });

  test('timeout', async () => {
    startKlaviyo('silent');
    const { shopper, email, submit, waitForStatus } = await openModal({
      options: { ...ONCE, timeout: 1000 },
    });
    await shopper.type(email(), ADDRESS);
    await shopper.click(submit());
    await waitForStatus('That took too long. Please try again.');
    expect(email().value).toBe(ADDRESS);
    expect(submit().textContent).toBe('Try again');
  });
});
