import type { Answerer } from '../answerer.ts';
import { answerErrors } from './answer-errors.ts';
import type { RateLimit } from './rate-limit.ts';

/** Lets an answerer answer as long as an account does not ask too often; each endpoint counts by itself. */
export function limitRate(answerer: Answerer, rateLimit: RateLimit): Answerer {
  return {
    matches: (call) => answerer.matches(call),
    answer: (call, store) => {
      const account = call.query.get('company_id') ?? '';
      const seconds = rateLimit.take(`${call.path} ${account}`);
      if (seconds === 0) return answerer.answer(call, store);
      const detail = `Request was throttled. Expected available in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`;
      const throttled = answerErrors(429, [
        {
          code: 'throttled',
          title: 'Request was throttled.',
          detail,
          source: { pointer: '/data/' },
        },
      ]);
      return { ...throttled, headers: { 'Retry-After': String(seconds) } };
    },
  };
}
