import type { Result } from '../../src/subscribe/result.ts';

/** What each kind of failure has beside its reason, where an answer has come or none. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  refused: ['messages', 'mistakes?'],
  fieldMissing: ['field'],
  rateLimited: ['status', 'retryAfter'],
  serverError: ['status', 'retryAfter'],
  timeout: ['status', 'retryAfter'],
  htmlAnswer: ['status'],
  emptyAnswer: ['status'],
  brokenAnswer: ['status'],
  unknownAnswer: ['status'],
  unreachable: [],
};

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  messages: (value) => Array.isArray(value) && value.every((text) => typeof text === 'string'),
  mistakes: (value) => {
    if (value === undefined) return true;
    const mistakes = Object.entries(Object(value));
    const isKnown = ([name, mistake]: [string, unknown]) =>
      ['a', 'email', 'variant'].includes(name) && mistake === 'malformed';
    return mistakes.length > 0 && mistakes.every(isKnown);
  },
  field: (value) => typeof value === 'string' && /^\w*$/.test(value),
  status: (value) => Number.isInteger(value) && Number(value) >= 100 && Number(value) <= 999,
  retryAfter: (value) => Number.isFinite(value) && Number(value) >= 0 && Number(value) <= 3_600_000,
};

/** Throws unless this is one of the documented results, each member there and of its type, and no other. */
export function checkResult({ ok, ...others }: Result): void {
  const { reason = '', ...members } = others as Record<string, unknown>;
  const expected = ok ? [] : MEMBERS[String(reason)];
  if (ok === Boolean(reason) || !expected) throw new Error(`ok ${ok} with reason ${reason}`);
  const present = expected.filter((name) => !name.endsWith('?') || name.slice(0, -1) in members);
  const names = present.map((name) => name.replace('?', ''));
  if (Object.keys(members).sort().join() !== names.sort().join()) {
    throw new Error(`${reason} with ${Object.keys(members)}`);
  }
  for (const [name, value] of Object.entries(members)) {
    if (!TYPES[name]?.(value)) throw new Error(`${reason} with ${name} ${String(value)}`);
  }
}
