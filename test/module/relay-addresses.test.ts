import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateSubscription } from '../../src/validation/subscription.ts';
import { run } from './php.ts';
import { findReasonWithout } from './php-tools.mjs';

const judge = (addresses: readonly string[]): readonly string[] =>
  JSON.parse(run('php', ['test/module/judge-addresses.php'], JSON.stringify(addresses)));

/** The address as the widget would send it; undefined when it would not. */
const validate = (email: string) =>
  validateSubscription({ a: 'ABC123', email, variant: '2045', store: '1' }).subscription?.email;

/** Texts like addresses, of the characters on which the rule turns. */
const turn = fc.string({
  unit: fc.constantFrom(...'aäß1٣-.@+_\u0301\u200d\u3000\0\u0085,"😀𐐀'),
  maxLength: 5,
});
const nearMiss = fc
  .tuple(
    turn,
    fc.constantFrom('@', 'a@a'),
    turn,
    fc.constantFrom('', '.', '.a', '.aa', '.com'),
    turn,
  )
  .map((parts) => parts.join(''));

/** Texts that look like addresses, of every character there is. */
const part = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
const label = fc.stringMatching(/^[\p{L}\p{M}\p{N}-]{1,9}$/u);
const address = fc
  .tuple(part, fc.array(label, { minLength: 1, maxLength: 3 }), label)
  .map(([user, labels, top]) => `${user}@${[...labels, top].join('.')}`);

describe.skipIf(findReasonWithout('php') !== undefined)('the relay', () => {
  test('leaves every address that the widget lets through to Klaviyo', () => {
    const sent = fc
      .sample(address, 20_000)
      .map(validate)
      // Klaviyo would refuse these in the same words as the relay does.
      .filter((email) => email !== undefined && !/\p{Cc}/u.test(email));
    expect(sent.length).toBeGreaterThan(1000);
    expect(judge(sent as string[])).toEqual([]);
  });

  test('refuses exactly what the widget refuses', () => {
    const addresses = [...new Set(fc.sample(nearMiss, 20_000))]
      // What both take out before they judge is compared by typed-addresses.json.
      .filter((address) => address === address.trim());
    const sent = addresses.filter((address) => validate(address) === address);
    expect(sent.length).toBeGreaterThan(100);
    const refused = new Set(judge(addresses));
    expect(addresses.filter((address) => !refused.has(address))).toEqual(sent);
  });

  test('leaves the longest one to Klaviyo, in letters of one, two and four bytes', () => {
    const longest = ['s', 'ж', '𐐀'].map(
      (letter) => `${letter.repeat(Math.floor(242 / letter.length))}@example.com`,
    );
    expect(longest.map(validate)).toEqual(longest);
    expect(judge(longest)).toEqual([]);
  });

  test('is no judge that accepts everything', () => {
    expect(judge(['sam', 'sam@example.com,eve@example.com'])).toHaveLength(2);
  });
});
