import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_TEXTS } from '../../../src/configuration/texts.ts';
import { type Api, type Result, subscribe } from '../../../src/entries/subscribe.ts';
import { resultSentence } from '../../../src/ui/written-result.ts';
import { checkResult } from '../../support/check-result.ts';
import {
  type HostileAnswer,
  HUGE,
  hostileAnswer,
  makeResponse,
} from '../../support/hostile-answers.ts';
import { isConfigured, showResult } from '../../support/show-result.ts';
import { ENDPOINT, FIELDS } from '../../support/subscribe-now.ts';

/** How many answers there are in all; `npm run test:long` has more. */
const ANSWERS = Number(process.env.CASES ?? 5000);

/** Half a minute with a hundred thousand of them, unless the machine is busy. */
const TIMEOUT = 600_000;

/** So many of their results are shown in a form as well. */
const SHOWN = 2000;

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const answerWith = (answer: HostileAnswer) =>
  vi.stubGlobal('fetch', async () => makeResponse(answer));

/** Whether the service has said that it accepts, read as plainly as can be. */
function saysSuccess(api: Api, { status, body }: HostileAnswer): boolean {
  if (api === 'client') return status === 202;
  try {
    return JSON.parse(body.replace(/^\ufeff/, '')).success === true;
  } catch {
    return false;
  }
}

/** The same result from an answer in which nothing is strange. */
function soften(result: Result): Result {
  if ('messages' in result) return { ...result, messages: [] };
  if ('field' in result) return { ...result, field: 'store' };
  if ('retryAfter' in result) return { ...result, status: 503, retryAfter: 0 };
  return 'status' in result ? { ...result, status: 200 } : result;
}

/** The elements of the form after harmless answers, by their results. */
const harmless = new Map<string, readonly string[]>();

/** Throws unless the form says a configured sentence, and holds no more than it does after a harmless answer. */
function checkForm(result: Result, count: 1 | 2): void {
  const { elements, sentences } = showResult(result, count);
  expect(sentences.length).toBeGreaterThan(0);
  for (const sentence of sentences) expect(sentence).toSatisfy(isConfigured);
  const softened = soften(result);
  const key = JSON.stringify([softened, count]);
  if (!harmless.has(key)) harmless.set(key, showResult(softened, count).elements);
  expect(elements).toEqual(harmless.get(key));
}

test(
  'whatever a server answers, it is a documented result, and a configured sentence to the shopper',
  async () => {
    const met = new Map<string, number>();
    const configured = new Set(Object.values(DEFAULT_TEXTS));
    let shown = 0;

    const look = (result: Result) => {
      const kind = result.ok
        ? 'ok'
        : `${result.reason} ${'mistakes' in result && Boolean(result.mistakes)}`;
      const count = met.get(kind) ?? 0;
      met.set(kind, count + 1);
      // Rare kinds are always among those that are shown.
      if (count > 20 && shown >= (SHOWN * sum(met)) / (2 * ANSWERS)) return;
      shown += 1;
      checkForm(result, shown % 2 ? 1 : 2);
    };

    await fc.assert(
      fc.asyncProperty(hostileAnswer, async (answer) => {
        answerWith(answer);
        for (const api of ['onsite', 'client'] as const) {
          const result = await subscribe(FIELDS, { api, endpoint: ENDPOINT, retries: 0 });
          checkResult(result);
          // Nobody is thanked whose subscription has not been accepted.
          if (result.ok && !saysSuccess(api, answer)) throw new Error('It was not accepted.');
          if (!configured.has(resultSentence(DEFAULT_TEXTS, result)))
            throw new Error('No sentence.');
          look(result);
        }
      }),
      { numRuns: ANSWERS },
    );
    expect(shown).toBeGreaterThanOrEqual(Math.min(SHOWN, ANSWERS));
    // Otherwise the answers would not be as various as they are meant to be.
    expect([...met.keys()].filter((kind) => kind !== 'unreachable false').sort()).toEqual([
      'brokenAnswer false',
      'emptyAnswer false',
      'fieldMissing false',
      'htmlAnswer false',
      'ok',
      'rateLimited false',
      'refused false',
      'refused true',
      'serverError false',
      'timeout false',
      'unknownAnswer false',
    ]);
  },
  TIMEOUT,
);

const sum = (counts: ReadonlyMap<string, number>) =>
  [...counts.values()].reduce((all, count) => all + count, 0);

test.each(HUGE.map((body) => [body.length, body.slice(0, 20), body]))(
  'an answer of %i characters, %s…, is one as well',
  async (_length, _beginning, body) => {
    for (const status of [200, 400, 503]) {
      answerWith({ status, body, retryAfter: null });
      for (const api of ['onsite', 'client'] as const) {
        const result = await subscribe(FIELDS, { api, endpoint: ENDPOINT, retries: 0 });
        checkResult(result);
        checkForm(result, 1);
      }
    }
  },
);

test('whatever a server answers, sending again ends within fifteen seconds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(hostileAnswer, { minLength: 1, maxLength: 4 }),
      fc.constantFrom<Api>('onsite', 'client'),
      async (answers, api) => {
        vi.useFakeTimers({ now: 0 });
        let sent = 0;
        vi.stubGlobal('fetch', async () => {
          const answer = answers[sent % answers.length];
          sent += 1;
          return answer && makeResponse(answer);
        });
        const outcome = subscribe(FIELDS, { api, endpoint: ENDPOINT, retries: 4 });
        await vi.runAllTimersAsync();
        checkResult(await outcome);
        expect(sent).toBeLessThanOrEqual(5);
        expect(Date.now()).toBeLessThanOrEqual(15_000);
        expect(vi.getTimerCount()).toBe(0);
        vi.useRealTimers();
      },
    ),
    { numRuns: Math.min(1000, ANSWERS) },
  );
});
