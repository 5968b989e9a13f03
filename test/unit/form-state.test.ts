import { describe, expect, test } from 'vitest';
import type { Variant } from '../../src/product/product.ts';
import type { Failure } from '../../src/subscribe/result.ts';
import { EMPTY_FORM, type FormEvent, type FormState, reduceForm } from '../../src/ui/form-state.ts';

const [red, green]: Variant[] = ['1', '2'].map((id) => ({ id, options: {}, salable: false }));
if (!red || !green) throw new Error('There are two variants.');

/** The form after these events, from the beginning or from another form. */
function play(events: readonly FormEvent[], from: FormState = EMPTY_FORM): FormState {
  return events.reduce(reduceForm, from);
}

const opened: FormEvent = { name: 'opened', variants: [red, green] };
const typed: FormEvent = { name: 'changed', field: 'email', value: 'sam@example.com' };
const chosen: FormEvent = { name: 'changed', field: 'variant', value: '2' };
const sent: FormEvent = { name: 'sent' };

const FAILURES: readonly Failure[] = [
  { ok: false, reason: 'invalid', mistakes: { email: 'malformed' } },
  { ok: false, reason: 'refused', messages: ['No.'] },
  { ok: false, reason: 'fieldMissing', field: 'store' },
  { ok: false, reason: 'rateLimited', status: 429, retryAfter: 0 },
  { ok: false, reason: 'serverError', status: 503, retryAfter: 0 },
  { ok: false, reason: 'htmlAnswer', status: 200 },
  { ok: false, reason: 'emptyAnswer', status: 200 },
  { ok: false, reason: 'brokenAnswer', status: 200 },
  { ok: false, reason: 'unknownAnswer', status: 410 },
  { ok: false, reason: 'offline' },
  { ok: false, reason: 'unreachable' },
  { ok: false, reason: 'timeout' },
  { ok: false, reason: 'aborted' },
];

describe('what the shopper typed', () => {
  test.each(FAILURES)('survives the failure $reason', (result) => {
    const form = play([opened, chosen, typed, sent, { name: 'answered', result }]);
    expect(form).toMatchObject({ email: 'sam@example.com', variant: '2', variants: [red, green] });
  });

  test('survives closing and opening again', () => {
    expect(play([opened, chosen, typed, opened])).toMatchObject({
      email: 'sam@example.com',
      variant: '2',
    });
  });

  test('is there while the request is under way', () => {
    expect(play([opened, chosen, typed, sent])).toMatchObject({
      email: 'sam@example.com',
      variant: '2',
      outcome: 'sending',
    });
  });
});

test('what is under way is what the answer will be about: nothing can be changed meanwhile', () => {
  const other: FormEvent = { name: 'changed', field: 'email', value: 'kim@example.com' };
  const sending = play([opened, chosen, typed, sent]);
  expect(play([other], sending)).toEqual(sending);
});

describe('opening', () => {
  test('leaves the choice between several variants to the shopper', () => {
    expect(play([opened]).variant).toBe('');
  });

  test('chooses the only variant', () => {
    expect(play([{ name: 'opened', variants: [green] }]).variant).toBe('2');
  });

  test('forgets a choice that is no longer on offer', () => {
    const blue = { ...red, id: '3' };
    expect(play([opened, chosen, { name: 'opened', variants: [red, blue] }]).variant).toBe('');
  });

  test('takes the only variant although another one was chosen before', () => {
    expect(play([opened, chosen, { name: 'opened', variants: [red] }]).variant).toBe('1');
  });

  test('chooses the variant that the shopper has pointed at', () => {
    expect(play([{ ...opened, chosen: '2' } as FormEvent]).variant).toBe('2');
  });

  test('at another variant counts more than what was chosen before', () => {
    expect(play([opened, chosen, { ...opened, chosen: '1' } as FormEvent]).variant).toBe('1');
  });

  test.each(['3', '', '__proto__'])('at %j, which is not on offer, chooses nothing', (id) => {
    expect(play([{ ...opened, chosen: id } as FormEvent]).variant).toBe('');
  });

  test('at something else than the only variant chooses that', () => {
    expect(play([{ name: 'opened', variants: [green], chosen: '1' }]).variant).toBe('2');
  });

  test('starts without mistakes and without an outcome', () => {
    const after = play([opened, sent, { name: 'answered', result: { ok: true } }, opened]);
    expect(after.outcome).toBeUndefined();
    const wrong = { ok: false, reason: 'invalid', mistakes: { email: 'missing' } } as const;
    expect(play([opened, sent, { name: 'answered', result: wrong }, opened]).mistakes).toEqual({});
  });
});

describe('a mistake', () => {
  const result = {
    ok: false,
    reason: 'invalid',
    mistakes: { email: 'missing', variant: 'missing' },
  } as const;
  const mistaken = play([opened, sent, { name: 'answered', result }]);

  test('is shown at its field and is no outcome of a request', () => {
    expect(mistaken).toMatchObject({ mistakes: result.mistakes });
    expect(mistaken.outcome).toBeUndefined();
  });

  test('goes as soon as its own field is changed, and only that one', () => {
    expect(play([typed], mistaken).mistakes).toEqual({ variant: 'missing' });
    expect(play([chosen], mistaken).mistakes).toEqual({ email: 'missing' });
  });

  test('goes when the form is sent again', () => {
    expect(play([sent], mistaken).mistakes).toEqual({});
  });
});

describe('an outcome', () => {
  test('is shown until something is changed', () => {
    const result = { ok: false, reason: 'offline' } as const;
    const failed = play([opened, sent, { name: 'answered', result }]);
    expect(failed.outcome).toEqual(result);
    expect(play([typed], failed).outcome).toBeUndefined();
  });

  test('of success is shown', () => {
    expect(play([opened, sent, { name: 'answered', result: { ok: true } }]).outcome).toEqual({
      ok: true,
    });
  });
});

describe('a shopper who is recognised', () => {
  const recognised: FormEvent = { name: 'recognised', email: 'kim@example.com' };

  test('has the address filled in', () => {
    expect(play([opened, recognised])).toMatchObject({ email: 'kim@example.com', variant: '' });
  });

  test('keeps what was typed meanwhile, whole or in part', () => {
    expect(play([opened, typed, recognised]).email).toBe('sam@example.com');
    const begun: FormEvent = { name: 'changed', field: 'email', value: 's' };
    expect(play([opened, begun, recognised]).email).toBe('s');
  });

  test('as nobody changes nothing', () => {
    const before = play([opened, chosen]);
    expect(play([{ name: 'recognised', email: '' }], before)).toEqual(before);
  });

  test('while the modal is closed finds the address filled in at the next opening', () => {
    expect(play([recognised, opened]).email).toBe('kim@example.com');
  });

  test('sends nothing by that, and stops nothing that is under way', () => {
    expect(play([opened, recognised]).outcome).toBeUndefined();
    expect(play([opened, typed, sent, recognised])).toMatchObject({
      email: 'sam@example.com',
      outcome: 'sending',
    });
  });

  test('is no longer asked for an address that is filled in now', () => {
    const result = { ok: false, reason: 'invalid', mistakes: { email: 'missing' } } as const;
    const mistaken = play([opened, sent, { name: 'answered', result }]);
    expect(play([recognised], mistaken).mistakes).toEqual({});
  });
});

test('no event changes the form that was before it', () => {
  const before = Object.freeze(play([opened, typed]));
  const events: FormEvent[] = [opened, typed, chosen, sent];
  for (const result of FAILURES) events.push({ name: 'answered', result });
  for (const event of events) expect(() => reduceForm(before, event)).not.toThrow();
  expect(before).toMatchObject({ email: 'sam@example.com', variant: '' });
});
