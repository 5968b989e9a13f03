import { answerMoved } from './answer-moved.ts';
import { answerPreflight } from './answer-preflight.ts';
import { answerSubscribe } from './answer-subscribe.ts';
import { answerUnknownPath } from './answer-unknown-path.ts';
import type { Answerer } from './answerer.ts';
import { answerBackInStock } from './client/answer-back-in-stock.ts';
import { answerNewsletter } from './client/answer-newsletter.ts';
import { limitRate } from './client/limit-rate.ts';
import type { RateLimit } from './client/rate-limit.ts';

/** Asked in this order; the last one takes everything that is left. */
export function createAnswerers(rateLimit: RateLimit): readonly Answerer[] {
  return [
    answerPreflight,
    answerMoved,
    answerSubscribe,
    limitRate(answerBackInStock, rateLimit),
    limitRate(answerNewsletter, rateLimit),
    answerUnknownPath,
  ];
}
