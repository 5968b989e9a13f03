import { describe, expect, test } from 'vitest';
import type { Variant } from '../../src/product/product.ts';
import type { Delivered } from '../../src/subscribe/outbox.ts';
import type { Failure } from '../../src/subscribe/result.ts';
import {
  EMPTY_FORM,
  type Entries,
  type FormEvent,
  type FormState,
  isSending,
  isSettled,
  reduceForm,
  resultOf,
} from '../../src/ui/form-state.ts';

const [red, green]: Variant[] = ['1', '2'].map((id) => ({ id, options: {}, salable: false }));
if (!red || !green) throw new Error('There are two variants.');

/** The form after these events, from the beginning or from another form. */
function play(events: readonly FormEvent[], from: FormState = EMPTY_FORM): FormState {
  return events.reduce(reduceForm, from);
}

const opened: FormEvent = { name: 'opened', variants: [red, green] };
/** The shopper fills in fields. */
const fillIn = (entries: Partial<Entries>): FormEvent => ({ name: 'read', entries });

const typed = fillIn({ email: 'sam@example.com' });
const chosen = fillIn({ chosen: ['2'] });
const sent: FormEvent = { name: 'sent' };
const answer = (result: Delivered, id = '2'): FormEvent => ({ name: 'answered', id, result });

const FAILURES: readonly Failure[] = [
  { ok: false, reason: 'invalid', mistakes: { email: 'malformed' } },
  { ok: false, reason: 'refused', messages: ['No.'] },
  { ok: false, reason: 'refused', messages: ['No.'], mistakes: { email: 'malformed' } },
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
    const form = play([opened, chosen, typed, sent, answer(result)]);
    expect(form).toMatchObject({ email: 'sam@example.com', chosen: ['2'], variants: [red, green] });
  });

  test('survives closing and opening again', () => {
    expect(play([opened, chosen, typed, opened])).toMatchObject({
      email: 'sam@example.com',
      chosen: ['2'],
    });
  });

  test('is there while the request is under way', () => {
    expect(play([opened, chosen, typed, sent])).toMatchObject({
      email: 'sam@example.com',
      chosen: ['2'],
      progress: 'sending',
    });
  });
});

test.each(['', 'token', 'variants', 'mistakes', 'outcome'])(
  'a field of a browser extension, named "%s", changes nothing',
  (field) => {
    const answered = play([
      opened,
      typed,
      chosen,
      sent,
      { name: 'answered', result: { ok: true } },
    ]);
    const foreign = { name: 'changed', field, value: 'x' } as unknown as FormEvent;
    expect(play([foreign], answered)).toBe(answered);
  },
);

describe('what is under way is what the answer will be about: nothing can be changed', () => {
  const changes: readonly FormEvent[] = [
    fillIn({ email: 'kim@example.com' }),
    fillIn({ chosen: ['1'] }),
    fillIn({ newsletter: true }),
    fillIn({ consent: true }),
  ];

  test('while it is sent', () => {
    const sending = play([opened, chosen, typed, sent]);
    expect(play(changes, sending)).toEqual(sending);
  });

  test('while it is sent again', () => {
    const retrying = play([opened, chosen, typed, sent, { name: 'delayed' }]);
    expect(play(changes, retrying)).toEqual(retrying);
  });
});

describe('what is in the fields', () => {
  const read: FormEvent = {
    name: 'read',
    entries: { email: 'kim@example.com', chosen: ['2'], newsletter: true, consent: true },
  };

  test('counts, whether it was announced or not', () => {
    expect(play([opened, typed, read])).toMatchObject({
      email: 'kim@example.com',
      chosen: ['2'],
      newsletter: true,
      consent: true,
    });
  });

  test('is what it was where the form has no such field', () => {
    const form = play([opened, typed]);
    expect(play([{ name: 'read', entries: {} }], form)).toBe(form);
  });

  test('that is as it was leaves what has been said about it', () => {
    const result = { ok: false, reason: 'invalid', mistakes: { email: 'malformed' } } as const;
    const mistaken = play([opened, chosen, typed, sent, answer(result)]);
    const same: FormEvent = { name: 'read', entries: { email: 'sam@example.com' } };
    expect(play([same], mistaken)).toBe(mistaken);
    expect(play([read], mistaken).mistakes).toEqual({});
  });

  test('is not what is under way', () => {
    const sending = play([opened, chosen, typed, sent]);
    expect(play([read], sending)).toEqual(sending);
  });

  test.each<Delivered>([{ ok: true }, { ok: false, reason: 'offline', kept: 'back-in-stock:1' }])(
    'is of no matter when nothing is left to do: %j',
    (result) => {
      const done = play([opened, chosen, typed, sent, answer(result)]);
      expect(play([read], done)).toBe(done);
    },
  );
});

describe('the boxes', () => {
  const ticked: readonly FormEvent[] = [fillIn({ newsletter: true }), fillIn({ consent: true })];

  test('are empty before the shopper has ticked them', () => {
    expect(play([opened])).toMatchObject({ newsletter: false, consent: false });
  });

  test('are ticked and emptied again, each by itself', () => {
    expect(play([opened, ...ticked])).toMatchObject({ newsletter: true, consent: true });
    const emptied: FormEvent = fillIn({ newsletter: false });
    expect(play([opened, ...ticked, emptied])).toMatchObject({ newsletter: false, consent: true });
  });

  test.each(FAILURES)('stay ticked after the failure $reason', (result) => {
    const form = play([opened, chosen, ...ticked, sent, answer(result)]);
    expect(form).toMatchObject({ newsletter: true, consent: true });
  });

  test('are empty again when the form is opened again: consent is for one subscription', () => {
    const form = play([opened, ...ticked, opened]);
    expect(form).toMatchObject({ newsletter: false, consent: false });
  });

  test('that lack a tick are called wrong until they have it', () => {
    const result = { ok: false, reason: 'invalid', mistakes: { consent: 'missing' } } as const;
    const mistaken = play([opened, chosen, typed, sent, answer(result)]);
    expect(mistaken.mistakes).toEqual({ consent: 'missing' });
    expect(play(ticked, mistaken).mistakes).toEqual({});
  });
});

describe('what takes longer', () => {
  const delayed = play([opened, chosen, typed, sent, { name: 'delayed' }]);

  test('is shown until there is an answer', () => {
    expect(delayed.progress).toBe('retrying');
    expect(resultOf(delayed)).toBeUndefined();
    expect(isSettled(delayed)).toBe(false);
    expect(resultOf(play([answer({ ok: true })], delayed))).toEqual({ ok: true });
  });

  test('is shown once, however often it is sent again', () => {
    expect(play([{ name: 'delayed' }, { name: 'delayed' }], delayed)).toEqual(delayed);
  });

  test('is over when the shopper stops it, with everything still there to be sent again', () => {
    const result = { ok: false, reason: 'aborted' } as const;
    const stopped = play([answer(result)], delayed);
    expect(stopped.email).toBe('sam@example.com');
    expect(resultOf(stopped)).toEqual(result);
    expect(isSettled(stopped)).toBe(false);
    expect(resultOf(play([fillIn({ email: 'kim@example.com' })], stopped))).toBeUndefined();
  });
});

describe('nothing is left to do for the shopper', () => {
  const answered = (result: Delivered) => play([opened, chosen, typed, sent, answer(result)]);

  test('when it is accepted', () => {
    expect(isSettled(answered({ ok: true }))).toBe(true);
  });

  test.each(['offline', 'unreachable', 'timeout', 'aborted'] as const)(
    'when it is kept, whatever the reason, as %s',
    (reason) => {
      expect(isSettled(answered({ ok: false, reason, kept: 'back-in-stock:1' }))).toBe(true);
    },
  );

  test('when what was kept is accepted after all', () => {
    const kept = answered({ ok: false, reason: 'timeout', kept: 'back-in-stock:1' });
    expect(isSettled(play([answer({ ok: true })], kept))).toBe(true);
  });

  test.each(FAILURES)('but not after the failure $reason, which nothing keeps', (result) => {
    expect(isSettled(answered(result))).toBe(false);
  });

  test('but not when what was kept is refused after all: the form is there again', () => {
    const kept = answered({ ok: false, reason: 'timeout', kept: 'back-in-stock:1' });
    const result = { ok: false, reason: 'refused', messages: [], mistakes: { email: 'malformed' } };
    const refused = play([answer(result as Delivered)], kept);
    expect(isSettled(refused)).toBe(false);
    expect(refused).toMatchObject({ email: 'sam@example.com', mistakes: { email: 'malformed' } });
  });

  test('but not before anything is sent, or while it is', () => {
    expect(isSettled(EMPTY_FORM)).toBe(false);
    expect(isSettled(play([opened, sent]))).toBe(false);
  });
});

describe('opening', () => {
  const pointAt = (fitting: readonly Variant[]): FormEvent => ({ ...opened, fitting });

  test('leaves the choice between several variants to the shopper', () => {
    expect(play([opened]).chosen).toEqual([]);
  });

  test('chooses the only variant', () => {
    expect(play([{ name: 'opened', variants: [green] }]).chosen).toEqual(['2']);
  });

  test('forgets a choice that is no longer on offer', () => {
    const blue = { ...red, id: '3' };
    expect(play([opened, chosen, { name: 'opened', variants: [red, blue] }]).chosen).toEqual([]);
  });

  test('takes the only variant although another one was chosen before', () => {
    expect(play([opened, chosen, { name: 'opened', variants: [red] }]).chosen).toEqual(['1']);
  });

  test('chooses the variant that the shopper has pointed at', () => {
    expect(play([pointAt([green])]).chosen).toEqual(['2']);
  });

  test('at another variant counts more than what was chosen before', () => {
    expect(play([opened, chosen, pointAt([red])]).chosen).toEqual(['1']);
  });

  test.each([[[]], [[red, green]]])('at what is not one variant chooses nothing: %j', (fitting) => {
    expect(play([pointAt(fitting)]).chosen).toEqual([]);
    expect(play([opened, chosen, pointAt(fitting)]).chosen).toEqual(['2']);
  });

  test('at something else than the only variant chooses that', () => {
    expect(play([{ name: 'opened', variants: [green], fitting: [] }]).chosen).toEqual(['2']);
  });

  test('starts without mistakes and without an outcome', () => {
    const after = play([opened, chosen, sent, answer({ ok: true }), opened]);
    expect(after).toMatchObject({ results: {}, chosen: ['2'] });
    expect(isSettled(after)).toBe(false);
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
    expect(resultOf(mistaken)).toBeUndefined();
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
    const failed = play([opened, chosen, sent, answer(result)]);
    expect(resultOf(failed)).toEqual(result);
    expect(resultOf(play([typed], failed))).toBeUndefined();
  });

  test('of success is shown', () => {
    expect(resultOf(play([opened, chosen, sent, answer({ ok: true })]))).toEqual({ ok: true });
  });
});

describe('a shopper who is recognised', () => {
  const recognised: FormEvent = { name: 'recognised', email: 'kim@example.com' };

  test('has the address filled in', () => {
    expect(play([opened, recognised])).toMatchObject({ email: 'kim@example.com', chosen: [] });
  });

  test('keeps what was typed meanwhile, whole or in part', () => {
    expect(play([opened, typed, recognised]).email).toBe('sam@example.com');
    const begun: FormEvent = fillIn({ email: 's' });
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
    expect(isSending(play([opened, recognised]))).toBe(false);
    expect(play([opened, chosen, typed, sent, recognised])).toMatchObject({
      email: 'sam@example.com',
      progress: 'sending',
    });
  });

  test('is no longer asked for an address that is filled in now', () => {
    const result = { ok: false, reason: 'invalid', mistakes: { email: 'missing' } } as const;
    const mistaken = play([opened, chosen, sent, answer(result)]);
    expect(play([recognised], mistaken).mistakes).toEqual({});
  });
});

test('no event changes the form that was before it', () => {
  const before = Object.freeze(play([opened, typed]));
  const events: FormEvent[] = [opened, typed, chosen, sent];
  for (const result of FAILURES) events.push(answer(result));
  for (const event of events) expect(() => reduceForm(before, event)).not.toThrow();
  expect(before).toMatchObject({ email: 'sam@example.com', chosen: [] });
});
