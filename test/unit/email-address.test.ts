import { describe, expect, test } from 'vitest';
import { validateSubscription } from '../../src/validation/subscription.ts';

/** What the form would say about this address: the address as it is sent, or the mistake. */
function check(email: string) {
  const fields = { a: 'DEMO01', email, variant: '2003', store: '1' };
  const { subscription, mistakes } = validateSubscription(fields);
  return subscription ? subscription.email : mistakes.email;
}

describe('an address that can be right is sent as it is', () => {
  test.each([
    'sam@example.com',
    'Sam.Smith@Example.COM',
    'sam+shop@example.com',
    'sam+shop+news@mail.example.co.uk',
    'sam@a.b.c.d.example.com',
    'sam@example.photography',
    'sam@example.cancerresearch',
    'sam@example.io',
    's@e.co',
    '1234567890@123.com',
    "o'brien@example.ie",
    'sam_smith-jones@my-shop.example',
    'sam!#$%&*/=?^`{|}~@example.com',
    'sam@4you.example',
    'sam@xn--bcher-kva.example',
    'sam@example.xn--p1ai',
    'sam@bücher.example',
    'jörg@bücher.example',
    'пример@пример.рф',
    '用户@例子.中国',
    'sam@उदाहरण.भारत',
    'sam@உதாரணம்.இந்தியா',
    `${'s'.repeat(64)}@example.com`,
    `sam@${'long-name.'.repeat(20)}example`,
  ])('%s', (email) => {
    expect(check(email)).toBe(email);
  });
});

describe('blanks around it are taken away', () => {
  test.each([
    ' sam@example.com',
    'sam@example.com ',
    '\tsam@example.com\n',
    '\u00a0sam@example.com',
  ])('%j', (email) => {
    expect(check(email)).toBe('sam@example.com');
  });
});

describe('nothing but blanks is missing', () => {
  test.each(['', ' ', '\t\n', '\u00a0'])('%j', (email) => {
    expect(check(email)).toBe('missing');
  });
});

describe('an address that cannot be right is malformed', () => {
  test.each([
    'sam',
    '@',
    'sam@',
    '@example.com',
    'sam@example',
    'sam@localhost',
    'sam@example.',
    'sam@.example.com',
    'sam@.com',
    'sam@example.c',
    'sam@example.123',
    'sam@127.0.0.1',
    'sam@[127.0.0.1]',
    'sam@@example.com',
    'sam@example@com',
    'sam@example.com@example.com',
    'sam@example..com',
    'sam..smith@example.com',
    '.sam@example.com',
    'sam.@example.com',
    'sam@-example.com',
    'sam@exam_ple.com',
    'sam smith@example.com',
    'sam@exa mple.com',
    'sam@example.com,',
    'sam@example.com;',
    'sam@example.com.',
    'sam@example,com',
    'sam,kim@example.com',
    'sam@example.com, kim@example.com',
    'Sam <sam@example.com>',
    '<sam@example.com>',
    'mailto:sam@example.com',
    '"sam"@example.com',
    'sam(shop)@example.com',
    'sam\\@example.com',
    'sam\n@example.com',
    'sam@example.com\nkim@example.com',
    `${'s'.repeat(300)}@example.com`,
    `sam@${'x.'.repeat(150)}example`,
  ])('%j', (email) => {
    expect(check(email)).toBe('malformed');
  });
});

test('an address made to be slow is judged as quickly as any other one of its length', () => {
  const measure = (email: string) => {
    const runs = Array.from({ length: 9 }, () => {
      const start = performance.now();
      for (let count = 0; count < 50; count += 1) check(email);
      return performance.now() - start;
    });
    return Math.min(...runs);
  };
  const slow = [
    `${'.'.repeat(249)}@!`,
    `a@${'a.'.repeat(125)}`,
    `a@${'a-'.repeat(125)}!`,
    '@'.repeat(254),
  ];
  const usual = measure(`${'s'.repeat(240)}@example.com`);
  // Backtracking in all directions would take many thousand times as long.
  for (const email of slow) expect(measure(email) / usual, email).toBeLessThan(200);
});
