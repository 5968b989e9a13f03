import { describe, expect, test } from 'vitest';
import { type Subscription, validateSubscription } from '../../src/validation/subscription.ts';

const fields: Subscription = { a: 'DEMO01', email: 'sam@example.com', variant: '2003', store: '1' };

describe('a subscription that may be sent', () => {
  test('has its fields in the documented order, whatever the order they came in', () => {
    const { subscription } = validateSubscription({
      store: '1',
      variant: '2003',
      email: 'sam@example.com',
      a: 'DEMO01',
    });
    expect(Object.entries(subscription ?? {}).slice(0, 5)).toEqual([
      ['a', 'DEMO01'],
      ['email', 'sam@example.com'],
      ['variant', '2003'],
      ['platform', 'magento_two'],
      ['store', '1'],
    ]);
  });

  test('has no blanks around any field', () => {
    const padded = { a: ' DEMO01', email: ' sam@example.com ', variant: '2003 ', store: '\t1\n' };
    expect(validateSubscription(padded).subscription).toMatchObject(fields);
  });

  test('has texts where numbers came', () => {
    const numbers = { ...fields, variant: 2003, store: 1 } as unknown as Subscription;
    expect(validateSubscription(numbers).subscription).toMatchObject({
      variant: '2003',
      store: '1',
    });
  });

  test('has no field that is not documented', () => {
    const more = { ...fields, list: 'X', subscribe_for_newsletter: 'true' } as Subscription;
    const { subscription } = validateSubscription(more);
    expect(subscription).toMatchObject(fields);
    expect(subscription).not.toHaveProperty('list');
    expect(subscription).not.toHaveProperty('subscribe_for_newsletter');
  });

  test('names its newsletter list and its catalogue, where there are any', () => {
    const named = { ...fields, g: ' XyZ123 ', catalogue: '1-1' };
    expect(validateSubscription(named).subscription).toMatchObject({
      g: 'XyZ123',
      catalogue: '1-1',
    });
  });

  test.each(['', ' ', null, undefined, {}, []])(
    'belongs to no newsletter and to the default catalogue where these are %j',
    (nothing) => {
      const open = { ...fields, g: nothing, catalogue: nothing } as unknown as Subscription;
      expect(validateSubscription(open).subscription).toMatchObject({
        g: '',
        catalogue: '$default',
      });
    },
  );

  test('has its platform filled in, also where it is there and undefined', () => {
    const open = { ...fields, platform: undefined } as unknown as Subscription;
    expect(validateSubscription(open).subscription?.platform).toBe('magento_two');
  });
});

describe('a mistake', () => {
  test.each(['a', 'email', 'variant', 'store'] as const)('is %s without a value', (name) => {
    for (const value of ['', '  ', undefined, null]) {
      const broken = { ...fields, [name]: value } as Subscription;
      expect(validateSubscription(broken).mistakes, String(value)).toEqual({ [name]: 'missing' });
    }
    const { [name]: _, ...rest } = fields;
    expect(validateSubscription(rest as Subscription).mistakes).toEqual({ [name]: 'missing' });
  });

  test.each([
    ['store', 'default'],
    ['store', '1.5'],
    ['store', '-1'],
    ['platform', 'shopify'],
    ['email', 'sam'],
  ])('is %s with the value %s', (name, value) => {
    const broken = { ...fields, [name]: value } as Subscription;
    expect(validateSubscription(broken).mistakes).toEqual({ [name]: 'malformed' });
  });

  test('comes with all others', () => {
    const broken = { a: '', email: 'sam', variant: '', store: 'x' };
    expect(validateSubscription(broken).mistakes).toEqual({
      a: 'missing',
      email: 'malformed',
      variant: 'missing',
      store: 'malformed',
    });
  });

  test('does not come with a subscription', () => {
    expect(validateSubscription({ ...fields, email: '' }).subscription).toBeUndefined();
    expect(validateSubscription(fields).mistakes).toBeUndefined();
  });
});
