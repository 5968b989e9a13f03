import fc from 'fast-check';

/** What malicious or broken data puts in the place of a value. */
const strangeValue: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(null, undefined, true, false, 0, 1, -1, 1.5, Number.NaN),
  },
  { weight: 4, arbitrary: fc.constantFrom('', ' ', '0', '1', '2013', '2003', '<b>', '__proto__') },
  { weight: 2, arbitrary: fc.constantFrom([], {}, [[]], [null], { length: 3 }, { id: {} }) },
  { weight: 2, arbitrary: fc.jsonValue() },
  { weight: 1, arbitrary: fc.string() },
);

/** Keys that must not become anything but keys. */
const STRANGE_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', ''];

interface Step {
  /** Where to go down: the how-manieth member, of as many as there are. */
  readonly path: readonly number[];
  readonly how: 'replace' | 'remove' | 'strangeKey' | 'number' | 'text' | 'list' | 'map' | 'repeat';
  readonly value: unknown;
  readonly key: string;
}

const step: fc.Arbitrary<Step> = fc.record({
  path: fc.array(fc.nat(1000), { maxLength: 6 }),
  how: fc.constantFrom(
    'replace',
    'remove',
    'strangeKey',
    'number',
    'text',
    'list',
    'map',
    'repeat',
  ),
  value: strangeValue,
  key: fc.constantFrom(...STRANGE_KEYS),
});

/** Sets an own member, whatever its name. */
function put(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

const CHANGES: Readonly<Record<Step['how'], (value: unknown, step: Step) => unknown>> = {
  replace: (_, { value }) => value,
  remove: () => undefined,
  strangeKey: (old, { key, value }) => {
    const copy = Array.isArray(old) ? [...old] : { ...Object(old) };
    put(copy, key, value);
    return copy;
  },
  number: (old) => (typeof old === 'object' ? 0 : Number(old)),
  text: (old) => (typeof old === 'object' ? JSON.stringify(old) : String(old)),
  list: (old) => Object.values(Object(old)),
  map: (old) => ({ ...Object(old) }),
  repeat: (old) => (Array.isArray(old) ? [...old, ...old] : [old, old]),
};

function apply(value: unknown, [place, ...path]: readonly number[], change: Step): unknown {
  const isBranch = typeof value === 'object' && value !== null;
  const keys = isBranch ? Object.keys(value) : [];
  if (place === undefined || !keys.length) return CHANGES[change.how](value, change);
  const key = keys[place % keys.length] ?? '';
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  const changed = apply((value as Record<string, unknown>)[key], path, change);
  if (changed === undefined && change.how === 'remove')
    delete (copy as Record<string, unknown>)[key];
  else put(copy, key, changed);
  return copy;
}

/** JSON of these data, with some of it removed, exchanged or of another type. */
export function mutated(originals: readonly unknown[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...originals), fc.array(step, { maxLength: 5 }))
    .map(([original, steps]) => {
      const changed = steps.reduce<unknown>(
        (value, change) => apply(value, change.path, change),
        original,
      );
      return JSON.stringify(changed) ?? 'null';
    });
}

/** An id as a text; of anything else but texts and numbers there is none, and asking it could throw. */
export const idOf = (value: unknown): string =>
  ['string', 'number'].includes(typeof value) ? `${value}` : '';

/** How many cases each property is tried with. */
export const CASES = Number(process.env.CASES ?? 2000);
