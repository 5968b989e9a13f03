import type { Stage } from './stage.ts';

interface Acceptance {
  /** In milliseconds from the start. */
  readonly at: number;
  readonly stage: Stage;
}

/** Counts what arrives at the server. */
export class Tally {
  requests = 0;
  retries = 0;
  /** Answered by 429. */
  refused = 0;
  /** Accepted although they had been before: the answer to the first one found no page any more. */
  repeated = 0;
  /** By e-mail address. */
  readonly accepted = new Map<string, Acceptance>();
  readonly #requestsPerSecond = new Map<number, number>();
  readonly #retriesPerSecond = new Map<number, number>();

  request(at: number, stage: Stage): void {
    this.requests += 1;
    increase(this.#requestsPerSecond, at);
    if (stage === 'first') return;
    this.retries += 1;
    increase(this.#retriesPerSecond, at);
  }

  refuse(): void {
    this.refused += 1;
  }

  accept(email: string, acceptance: Acceptance): void {
    if (this.accepted.has(email)) this.repeated += 1;
    else this.accepted.set(email, acceptance);
  }

  /** The most requests that arrived in one second. */
  get peak(): number {
    return highest(this.#requestsPerSecond);
  }

  /** The most requests in one second that were not the first of their shoppers. */
  get retryPeak(): number {
    return highest(this.#retriesPerSecond);
  }
}

function increase(perSecond: Map<number, number>, at: number): void {
  const second = Math.floor(at / 1000);
  perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
}

function highest(perSecond: Map<number, number>): number {
  let most = 0;
  for (const count of perSecond.values()) most = Math.max(most, count);
  return most;
}
