import { describe, expect, test } from 'vitest';
import { listSelects } from '../../src/product/narrowing.ts';
import type { Product, Variant } from '../../src/product/product.ts';
import type { Delivered } from '../../src/subscribe/outbox.ts';
import {
  chosenVariants,
  EMPTY_FORM,
  type FormEvent,
  type FormState,
  isSending,
  isSettled,
  reduceForm,
  resultOf,
} from '../../src/ui/form-state.ts';

const SIZES = ['40', '41', '42', '43', '44', '45'];

const variants: Variant[] = ['Red', 'Blue', 'Green'].flatMap((colour) =>
  (colour === 'Green' ? ['46'] : SIZES).map((size) => ({
    id: `${colour}/${size}`,
    options: { 93: { id: colour, label: colour }, 144: { id: size, label: size } },
    salable: false,
  })),
);

const product: Product = {
  id: '1',
  name: 'Shoe',
  type: 'configurable',
  attributes: [
    { id: '93', code: 'color', label: 'Colour' },
    { id: '144', code: 'size', label: 'Size' },
  ],
  variants,
};

const selects = listSelects(product, variants);

const play = (events: readonly FormEvent[], from: FormState = EMPTY_FORM) =>
  events.reduce(reduceForm, from);

/** The fields of the form show this choice, by attribute id. */
const choose = (options: Record<string, string>): FormEvent => ({
  name: 'read',
  entries: { options },
});
const tick = (...chosen: string[]): FormEvent => ({ name: 'read', entries: { chosen } });
const answer = (id: string, result: Delivered): FormEvent => ({ name: 'answered', id, result });

const FAILED: Delivered = { ok: false, reason: 'refused', messages: [] };
const KEPT: Delivered = { ok: false, reason: 'offline', kept: 'back-in-stock:1' };

describe('the choice by selects', () => {
  const opened: FormEvent = { name: 'opened', variants, selects };

  test('is complete when every select has an option, in both orders', () => {
    const first = play([opened, choose({ 93: 'Red', 144: '' })]);
    expect(first).toMatchObject({ chosen: [], options: { 93: 'Red' } });
    expect(play([choose({ 93: 'Red', 144: '42' })], first).chosen).toEqual(['Red/42']);
    const other = play([opened, choose({ 93: '', 144: '42' }), choose({ 93: 'Red', 144: '42' })]);
    expect(other.chosen).toEqual(['Red/42']);
  });

  test('is complete when the only option that fits is chosen by itself', () => {
    expect(play([opened, choose({ 93: 'Green', 144: '' })]).chosen).toEqual(['Green/46']);
  });

  test('does not take an option that is shown by itself for the choice of the shopper', () => {
    const green = play([opened, choose({ 93: '', 144: '46' })]);
    expect(play([choose({ 93: 'Green', 144: '46' })], green)).toBe(green);
    expect(play([choose({ 93: 'Green', 144: '45' })], green)).toMatchObject({
      options: { 144: '45' },
      chosen: [],
    });
  });

  test('is incomplete again when one select is emptied, and the other stays', () => {
    const form = play([opened, choose({ 93: 'Red', 144: '42' }), choose({ 93: '', 144: '42' })]);
    expect(form).toMatchObject({ chosen: [], options: { 93: '', 144: '42' } });
  });

  test('is nothing when a script makes one that does not fit', () => {
    expect(play([opened, choose({ 93: 'Green', 144: '42' })]).chosen).toEqual([]);
  });

  test('ends the mistake and the result', () => {
    const missing: Delivered = { ok: false, reason: 'invalid', mistakes: { variant: 'missing' } };
    const mistaken = play([opened, { name: 'sent' }, { name: 'answered', result: missing }]);
    expect(mistaken.mistakes).toEqual({ variant: 'missing' });
    expect(play([choose({ 93: 'Red' })], mistaken).mistakes).toEqual({});
    const done = [choose({ 93: 'Red', 144: '42' }), { name: 'sent' } as const];
    const failed = play([opened, ...done, answer('Red/42', FAILED)]);
    expect(resultOf(failed)).toEqual(FAILED);
    expect(resultOf(play([choose({ 144: '43' })], failed))).toBeUndefined();
  });

  test('cannot change while it is sent', () => {
    const sending = play([opened, choose({ 93: 'Red', 144: '42' }), { name: 'sent' }]);
    expect(play([choose({ 93: 'Blue' })], sending)).toBe(sending);
  });

  test.each<[string, readonly Variant[], object]>([
    [
      'one variant',
      variants.slice(2, 3),
      { chosen: ['Red/42'], options: { 93: 'Red', 144: '42' } },
    ],
    ['what several share', variants.slice(2, 4), { chosen: [], options: { 93: 'Red' } }],
    ['nothing', [], { chosen: [], options: {} }],
  ])('begins with what the shopper has pointed at: %s', (_name, fitting, expected) => {
    expect(play([{ ...opened, fitting } as FormEvent])).toMatchObject(expected);
  });

  test('is there again at the next opening, complete or not, as long as it is offered', () => {
    const part = play([opened, choose({ 93: 'Green' })]);
    expect(play([opened], part)).toMatchObject({ chosen: ['Green/46'] });
    const size = play([opened, choose({ 144: '42' }), opened]);
    expect(size).toMatchObject({ chosen: [], options: { 144: '42' } });
    const others = variants.filter(({ id }) => !id.endsWith('42'));
    expect(play([{ name: 'opened', variants: others, selects }], size).options).toEqual({});
  });

  test('of an earlier opening gives way to what the shopper has just pointed at', () => {
    const red = play([opened, choose({ 93: 'Red', 144: '42' })]);
    const pointAt = (fitting: readonly Variant[]) =>
      play([{ ...opened, fitting } as FormEvent], red);
    const blue = variants.filter(({ id }) => id.startsWith('Blue'));
    expect(pointAt(blue)).toMatchObject({ chosen: [], options: { 93: 'Blue' } });
    // They share no option, but none of them has the earlier choice.
    const others = variants.filter(({ id }) => id !== 'Red/42');
    expect(pointAt(others)).toMatchObject({ chosen: [], options: {} });
  });

  test.each([
    ['fits what the shopper has just pointed at', variants.slice(0, 6)],
    ['the shopper has pointed at nothing on offer', []],
  ])('of an earlier opening stays where it %s', (_when, fitting) => {
    const red = play([opened, choose({ 93: 'Red', 144: '42' })]);
    expect(play([{ ...opened, fitting } as FormEvent], red)).toMatchObject({
      chosen: ['Red/42'],
      options: { 93: 'Red', 144: '42' },
    });
  });

  test('at the next opening is what the selects then show', () => {
    const red = play([opened, choose({ 93: 'Red', 144: '42' })]);
    // Another product of the same page, whose variants have the same options.
    const other = variants.map((variant) => ({ ...variant, id: `other ${variant.id}` }));
    expect(play([{ ...opened, variants: other } as FormEvent], red)).toMatchObject({
      chosen: ['other Red/42'],
      options: { 93: 'Red', 144: '42' },
    });
    // One of two that have this size is back in stock.
    const size = play([opened, choose({ 144: '42' })]);
    const fewer = variants.filter(({ id }) => id !== 'Blue/42');
    expect(play([{ ...opened, variants: fewer } as FormEvent], size).chosen).toEqual(['Red/42']);
  });

  test('at the next opening is none while a select is empty, and none of a short list', () => {
    const red = play([opened, choose({ 93: 'Red' })]);
    const other = variants.map((variant) => ({ ...variant, id: `other ${variant.id}` }));
    expect(play([{ ...opened, variants: other } as FormEvent], red)).toMatchObject({
      chosen: [],
      options: { 93: 'Red' },
    });
    const short: FormEvent = { name: 'opened', variants: other.slice(0, 3) };
    expect(play([short], red).chosen).toEqual([]);
  });
});

describe('the choice of several', () => {
  const opened: FormEvent = { name: 'opened', variants: variants.slice(0, 4), isMultiple: true };
  const several = [opened, tick('Red/40', 'Red/41'), { name: 'sent' } as const];

  test('is what is ticked', () => {
    expect(play([opened]).chosen).toEqual([]);
    expect(chosenVariants(play([opened, tick('Red/40', 'Red/41')]))).toEqual(variants.slice(0, 2));
    expect(play([opened, tick('Red/40'), tick()]).chosen).toEqual([]);
  });

  test('begins with what the shopper has chosen on the page', () => {
    const fitting = variants.slice(1, 2);
    expect(play([{ ...opened, fitting } as FormEvent]).chosen).toEqual(['Red/41']);
  });

  test('gives way to what the shopper has just pointed at', () => {
    const fitting = variants.slice(1, 3);
    const again: FormEvent = { ...opened, fitting } as FormEvent;
    expect(play([opened, tick('Red/40', 'Red/41'), again]).chosen).toEqual(['Red/41']);
    expect(play([opened, tick('Red/40'), again]).chosen).toEqual([]);
  });

  test('is sent until each has its answer', () => {
    const half = play([...several, answer('Red/40', { ok: true })]);
    expect(isSending(half)).toBe(true);
    expect(resultOf(half)).toBeUndefined();
    const whole = play([answer('Red/41', { ok: true })], half);
    expect(isSending(whole)).toBe(false);
    expect(isSettled(whole)).toBe(true);
  });

  test('is not done while one has failed, and the next press sends that one only', () => {
    const failed = play([...several, answer('Red/40', { ok: true }), answer('Red/41', FAILED)]);
    expect(isSettled(failed)).toBe(false);
    expect(resultOf(failed)).toEqual(FAILED);
    const again = play([{ name: 'sent' }], failed);
    expect(Object.keys(again.results)).toEqual(['Red/40']);
    expect(isSending(again)).toBe(true);
    expect(isSettled(play([answer('Red/41', { ok: true })], again))).toBe(true);
  });

  test('is done when what is not accepted is kept', () => {
    const kept = play([...several, answer('Red/40', KEPT), answer('Red/41', { ok: true })]);
    expect(isSettled(kept)).toBe(true);
    expect(resultOf(kept)).toEqual(KEPT);
    expect(resultOf(play([answer('Red/40', { ok: true })], kept))).toEqual({ ok: true });
  });

  test('is still sent when a kept one is answered meanwhile', () => {
    const partly = play([...several, answer('Red/40', KEPT), answer('Red/41', FAILED)]);
    const again = play([{ name: 'sent' }, answer('Red/40', { ok: true })], partly);
    expect(isSending(again)).toBe(true);
    expect(isSettled(play([answer('Red/41', { ok: true })], again))).toBe(true);
  });

  test('is all sent anew after a change: another address has received nothing', () => {
    const failed = play([...several, answer('Red/40', { ok: true }), answer('Red/41', FAILED)]);
    const changed = play([{ name: 'read', entries: { email: 'kim@example.com' } }], failed);
    expect(changed.results).toEqual({});
  });

  test('is kept apart from the selects, which only show fewer boxes', () => {
    const narrowed: FormEvent = {
      name: 'opened',
      variants,
      selects: selects.slice(0, 1),
      isMultiple: true,
    };
    const red = play([narrowed, choose({ 93: 'Red' }), tick('Red/40')]);
    expect(play([choose({ 93: 'Blue' })], red)).toMatchObject({
      chosen: ['Red/40'],
      options: { 93: 'Blue' },
    });
  });

  test('lists what was ticked in this opening, and forgets at the next one what no longer is', () => {
    const red = play([opened, tick('Red/40', 'Red/41'), tick('Red/41')]);
    expect(red).toMatchObject({ chosen: ['Red/41'], ticked: ['Red/40', 'Red/41'] });
    expect(play([opened], red)).toMatchObject({ chosen: ['Red/41'], ticked: ['Red/41'] });
  });

  test('at the next opening is not what the selects show', () => {
    const narrowed: FormEvent = { name: 'opened', variants, selects, isMultiple: true };
    expect(play([narrowed, choose({ 93: 'Red', 144: '42' }), narrowed])).toMatchObject({
      chosen: [],
      options: { 93: 'Red', 144: '42' },
    });
  });
});
