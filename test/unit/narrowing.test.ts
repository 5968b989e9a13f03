import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  listSelects,
  matches,
  type NarrowedSelect,
  narrow,
  shareOptions,
} from '../../src/product/narrowing.ts';
import { fits } from '../../src/product/offer.ts';
import type { Attribute, Product, Variant } from '../../src/product/product.ts';

const ATTRIBUTES: readonly Attribute[] = ['Colour', 'Size', 'Width'].map((label, place) => ({
  id: String(90 + place),
  code: label.toLowerCase(),
  label,
}));

/** A variant with these options, written as `Red/42/Wide`. */
function make(written: string, salable = false): Variant {
  const options = written
    .split('/')
    .map((label, place) => [String(90 + place), { id: label, label }]);
  return { id: written, options: Object.fromEntries(options), salable };
}

function makeProduct(variants: readonly Variant[]): Product {
  const count = Object.keys(variants[0]?.options ?? {}).length;
  return {
    id: '1',
    name: 'Shoe',
    type: 'configurable',
    attributes: ATTRIBUTES.slice(0, count),
    variants,
  };
}

/** All combinations of these options. */
const combine = (...options: readonly (readonly string[])[]): readonly string[] =>
  options.reduce((all, next) => all.flatMap((one) => next.map((other) => `${one}/${other}`)));

const selectsOf = (...written: readonly string[]) => {
  const variants = written.map((one) => make(one));
  return { variants, selects: listSelects(makeProduct(variants), variants) };
};

/** What the selects show: the value, and the options that can be chosen. */
const show = (narrowed: readonly NarrowedSelect[]) =>
  narrowed.map(({ label, value, options, fitting }) => [
    label,
    value,
    options
      .filter(({ id }) => fitting.has(id))
      .map(({ label }) => label)
      .join(' '),
  ]);

const SIZES = ['40', '41', '42', '43', '44', '45', '46'];

describe('the selects', () => {
  test('are one for each attribute, with the options that are sold out', () => {
    const { selects } = selectsOf(...combine(['Red', 'Blue'], SIZES));
    expect(selects.map(({ label, options }) => [label, options.map(({ label }) => label)])).toEqual(
      [
        ['Colour', ['Red', 'Blue']],
        ['Size', SIZES],
      ],
    );
  });

  test('are none up to twelve variants', () => {
    const written = combine(['Red', 'Blue'], SIZES);
    expect(selectsOf(...written.slice(0, 12)).selects).toEqual([]);
    expect(selectsOf(...written.slice(0, 13)).selects).toHaveLength(2);
  });

  test('are none where the variants differ in one attribute only', () => {
    const many = Array.from({ length: 20 }, (_, place) => `Red/${place}`);
    expect(selectsOf(...many).selects).toEqual([]);
  });

  test('leave out an attribute that all variants share', () => {
    const { selects } = selectsOf(...combine(['Red', 'Blue'], SIZES, ['Wide']));
    expect(selects.map(({ label }) => label)).toEqual(['Colour', 'Size']);
  });

  test('are none for the members of a grouped product', () => {
    const members = Array.from({ length: 20 }, (_, id) => ({
      id: `${id}`,
      options: {},
      salable: false,
    }));
    const product: Product = { ...makeProduct(members), type: 'grouped' };
    expect(listSelects(product, members)).toEqual([]);
  });

  test('have the order of the page, whichever options are sold out first', () => {
    const all = combine(['Red', 'Blue'], SIZES).map((one) => make(one, one === 'Red/40'));
    const product = makeProduct(all);
    const offered = all.filter(({ salable }) => !salable);
    const [, size] = listSelects(product, offered);
    expect(size?.options.map(({ label }) => label)).toEqual(SIZES);
  });

  test('have the labels of what is sold out: product data may have none for the others', () => {
    const bought = Object.fromEntries(
      ATTRIBUTES.slice(0, 2).map(({ id }, place) => [
        id,
        { id: ['Red', '40'][place] ?? '', label: '' },
      ]),
    );
    const offered = combine(['Red', 'Blue'], SIZES)
      .slice(1)
      .map((one) => make(one));
    const product = makeProduct([{ id: '0', options: bought, salable: true }, ...offered]);
    const [colour, size] = listSelects(product, offered);
    expect(colour?.options.map(({ label }) => label)).toEqual(['Red', 'Blue']);
    expect(size?.options.map(({ label }) => label)).toEqual(SIZES);
  });
});

describe('narrowed selects', () => {
  // Red has all sizes, Blue only three of them, and Green one that the others lack.
  const { selects, variants } = selectsOf(
    ...combine(['Red'], SIZES),
    ...combine(['Blue'], ['40', '41', '42']),
    ...combine(['White'], ['40', '41']),
    'Green/47',
  );
  const chosen = (selection: Record<string, string>) => show(narrow(selects, variants, selection));

  test('offer everything before the first choice', () => {
    expect(chosen({})).toEqual([
      ['Colour', '', 'Red Blue White Green'],
      ['Size', '', '40 41 42 43 44 45 46 47'],
    ]);
  });

  test('offer what is sold out in the chosen colour, and all other colours', () => {
    expect(chosen({ 90: 'Blue' })).toEqual([
      ['Colour', 'Blue', 'Red Blue White Green'],
      ['Size', '', '40 41 42'],
    ]);
  });

  test('offer the colours that are sold out in the chosen size, and all other sizes', () => {
    expect(chosen({ 91: '42' })).toEqual([
      ['Colour', '', 'Red Blue'],
      ['Size', '42', '40 41 42 43 44 45 46 47'],
    ]);
  });

  test.each([[{ 90: 'Blue', 91: '42' }], [{ 91: '42', 90: 'Blue' }]])(
    'come to the same in both orders: %j',
    (selection) => {
      expect(chosen(selection)).toEqual([
        ['Colour', 'Blue', 'Red Blue'],
        ['Size', '42', '40 41 42'],
      ]);
      const narrowed = narrow(selects, variants, selection);
      expect(variants.filter((one) => matches(one, narrowed)).map(({ id }) => id)).toEqual([
        'Blue/42',
      ]);
    },
  );

  test('choose by themselves what alone fits, and keep the other choice free', () => {
    expect(chosen({ 91: '47' })).toEqual([
      ['Colour', 'Green', 'Green'],
      ['Size', '47', '40 41 42 43 44 45 46 47'],
    ]);
    expect(chosen({ 90: 'Green' })).toEqual([
      ['Colour', 'Green', 'Red Blue White Green'],
      ['Size', '47', '47'],
    ]);
  });

  test('keep a choice that does not fit, which only a script can make', () => {
    expect(chosen({ 90: 'Green', 91: '40' })).toEqual([
      ['Colour', 'Green', 'Red Blue White'],
      ['Size', '40', '47'],
    ]);
    const narrowed = narrow(selects, variants, { 90: 'Green', 91: '40' });
    expect(variants.some((one) => matches(one, narrowed))).toBe(false);
  });

  test('take an empty choice for none', () => {
    expect(chosen({ 90: '', 91: '' })).toEqual(chosen({}));
  });
});

test('whatever is chosen: an option fits if and only if a variant has it and all other choices', () => {
  const option = fc.constantFrom('a', 'b', 'c');
  const written = fc.tuple(option, option, option).map((options) => options.join('/'));
  const choice = fc.constantFrom('', 'a', 'b', 'c');
  fc.assert(
    fc.property(
      fc.uniqueArray(written, { minLength: 13 }),
      choice,
      choice,
      choice,
      (all, ...three) => {
        const { selects, variants } = selectsOf(...all);
        const selection = Object.fromEntries(three.map((one, place) => [String(90 + place), one]));
        for (const { id, value, options, fitting } of narrow(selects, variants, selection)) {
          const expected = options.filter((one) =>
            variants.some((variant) => fits(variant, selects, { ...selection, [id]: one.id })),
          );
          expect([...fitting].sort()).toEqual(expected.map((one) => one.id).sort());
          const [only] = expected;
          const alone = expected.length === 1 ? only?.id : '';
          expect(value).toBe(selection[id] || alone);
        }
      },
    ),
  );
});

describe('what variants share', () => {
  const { selects, variants } = selectsOf(...combine(['Red', 'Blue'], SIZES));

  test.each<[string, readonly string[], object]>([
    ['of one are all its options', ['Red/42'], { 90: 'Red', 91: '42' }],
    ['of several are those in which they agree', ['Red/42', 'Red/43'], { 90: 'Red' }],
    ['of those that differ in everything are none', ['Red/42', 'Blue/43'], {}],
    ['of nothing are none', [], {}],
  ])('%s', (_name, written, expected) => {
    const some = variants.filter(({ id }) => written.includes(id));
    expect(shareOptions(selects, some)).toEqual(expected);
  });
});

/** The quickest of some runs, in milliseconds: what the machine does besides can only add. */
function time(run: () => unknown): number {
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

test('the time grows with the number of variants, not with its square', () => {
  const measure = (count: number) => {
    const written = combine(
      ['a', 'b', 'c', 'd', 'e'],
      Array.from({ length: 10 }, (_, place) => `${place}`),
      Array.from({ length: count / 50 }, (_, place) => `${place}`),
    );
    const variants = written.map((one) => make(one));
    const product = makeProduct(variants);
    return time(() => narrow(listSelects(product, variants), variants, { 90: 'a', 91: '1' }));
  };
  measure(1000);
  // Linear time takes 20 times as long, quadratic 400 times.
  expect(measure(20_000)).toBeLessThan(100 * Math.max(measure(1000), 0.05));
});
