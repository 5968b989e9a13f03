import { describe, expect, test } from 'vitest';
import { validateSubscription } from '../../src/validation/subscription.ts';
import TYPED from '../support/typed-addresses.json' with { type: 'json' };

// The relay is held to the same examples by test/module/php/Relay/TypedAddressTest.php.
describe('what is sent of an address as it was typed or pasted', () => {
  test.each(TYPED)('$what', ({ typed, sent, refused }) => {
    const fields = { a: 'DEMO01', email: typed, variant: '2003', store: '1' };
    const { subscription, mistakes } = validateSubscription(fields);
    expect(subscription?.email).toBe(sent);
    expect(mistakes?.email).toBe(refused);
  });

  test('has examples of all that is taken out, and of all that stays', () => {
    const listOf = (text: string) => [...text].map((sign) => sign.codePointAt(0) ?? 0);
    const typed = new Set(TYPED.flatMap((example) => listOf(example.sent ? example.typed : '')));
    const unseen = [
      0xa0, 0xad, 0x200b, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2007, 0x202f,
      0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xfeff, 0x200c, 0x200d,
    ];
    expect(unseen.filter((sign) => !typed.has(sign))).toEqual([]);
  });
});

test('no other field loses anything but the blanks around it', () => {
  const fields = { a: 'DEMO01', email: 'anna@example.com', variant: 'A\u200bB\u00a0C', store: '1' };
  expect(validateSubscription(fields).subscription?.variant).toBe('A\u200bB\u00a0C');
});
