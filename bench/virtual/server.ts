import type { Answer, Answerer } from '../../demo/sandbox/answerers.ts';
import { refuseCall } from '../../demo/sandbox/client-api.ts';
import { limitRate, RateLimit } from '../../demo/sandbox/rate-limit.ts';
import { SandboxStore } from '../../demo/sandbox/store.ts';
import type { Message } from '../../src/subscribe/transport.ts';

/** Accepts what is well-formed. The tally counts who is accepted for the first time. */
const ACCEPTING: Answerer = {
  matches: () => true,
  answer: (call) =>
    refuseCall(call) ?? { status: 202, contentType: '', body: '', note: 'accepted' },
};

/** Counts each request as several, which is as if the limits were that many times lower. */
class HeavyRateLimit extends RateLimit {
  readonly #weight: number;

  constructor(now: () => number, weight: number) {
    super(now);
    this.#weight = weight;
  }

  override take(account: string): number {
    let seconds = 0;
    for (let count = 0; count < this.#weight && seconds === 0; count += 1) {
      seconds = super.take(account);
    }
    return seconds;
  }
}

/**
 * Klaviyo's API for browsers, with the rate limit of the demo's sandbox.
 *
 * @param weight How many requests each one counts as; it has to divide both limits.
 */
export function createServer(now: () => number, weight: number): (message: Message) => Answer {
  const answerer = limitRate(ACCEPTING, new HeavyRateLimit(now, weight));
  const store = new SandboxStore();
  return ({ address, headers, body }) => {
    const { pathname: path, searchParams: query } = new URL(address);
    const contentType = headers['Content-Type'] ?? '';
    const fields = new Map<string, string>();
    const call = { method: 'POST', path, query, headers, body: `${body}`, contentType, fields };
    return answerer.answer(call, store);
  };
}

/** The e-mail address in a request. */
export function readEmail({ body }: Message): string {
  return JSON.parse(`${body}`).data.attributes.profile.data.attributes.email;
}
