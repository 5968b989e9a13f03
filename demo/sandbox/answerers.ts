import { answerPreflight } from './answer-preflight.ts';
import { answerSubscribe } from './answer-subscribe.ts';
import { answerUnknownPath } from './answer-unknown-path.ts';
import type { Answerer } from './answerer.ts';

/** Asked in this order; the last one takes everything that is left. */
export const answerers: readonly Answerer[] = [answerPreflight, answerSubscribe, answerUnknownPath];
