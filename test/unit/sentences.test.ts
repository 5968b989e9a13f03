import { expect, test } from 'vitest';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import type { Failure, FailureReason } from '../../src/subscribe/result.ts';
import { resultSentence } from '../../src/ui/written-result.ts';

/** Every way to fail; a new one does not compile before it is here. */
const FAILURES: Readonly<Record<FailureReason, Failure>> = {
  invalid: { ok: false, reason: 'invalid', mistakes: {} },
  refused: { ok: false, reason: 'refused', messages: [] },
  fieldMissing: { ok: false, reason: 'fieldMissing', field: 'store' },
  rateLimited: { ok: false, reason: 'rateLimited', status: 429, retryAfter: 0 },
  serverError: { ok: false, reason: 'serverError', status: 500, retryAfter: 0 },
  htmlAnswer: { ok: false, reason: 'htmlAnswer', status: 200 },
  emptyAnswer: { ok: false, reason: 'emptyAnswer', status: 200 },
  brokenAnswer: { ok: false, reason: 'brokenAnswer', status: 200 },
  unknownAnswer: { ok: false, reason: 'unknownAnswer', status: 200 },
  offline: { ok: false, reason: 'offline' },
  unreachable: { ok: false, reason: 'unreachable' },
  timeout: { ok: false, reason: 'timeout' },
  aborted: { ok: false, reason: 'aborted' },
};

// The first is said at its field; the last the shopper has done.
const SILENT = ['invalid', 'aborted'];

test('success, and every failure that the shopper has to hear of, has a sentence of its own', () => {
  const failures = Object.values(FAILURES).filter(({ reason }) => !SILENT.includes(reason));
  const loud = [...failures, { ok: true } as const];
  const sentences = loud.map((result) => resultSentence(DEFAULT_TEXTS, result));
  expect(sentences.every((sentence) => sentence.length > 10)).toBe(true);
  expect(new Set(sentences).size).toBe(loud.length);
});

test.each(SILENT)('%s says nothing in the live region', (reason) => {
  expect(resultSentence(DEFAULT_TEXTS, FAILURES[reason as FailureReason])).toBe('');
});

test('success has its sentence, and each is the merchant’s', () => {
  expect(resultSentence(DEFAULT_TEXTS, { ok: true })).toBe(DEFAULT_TEXTS.success);
  const texts = { ...DEFAULT_TEXTS, success: 'Yes!', offline: 'No network.' };
  expect(resultSentence(texts, { ok: true })).toBe('Yes!');
  expect(resultSentence(texts, FAILURES.offline)).toBe('No network.');
});

test.each(Object.values(FAILURES))(
  'what is kept after $reason is good news, not a failure',
  (failure) => {
    const kept = { ...failure, kept: 'back-in-stock:1' };
    const sentence = resultSentence(DEFAULT_TEXTS, kept);
    expect(sentence).toBe(
      failure.reason === 'offline' ? DEFAULT_TEXTS.keptOffline : DEFAULT_TEXTS.kept,
    );
  },
);
