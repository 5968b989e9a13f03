import { median } from './statistics.ts';

// Libraries for load, such as autocannon, count no answer that ends with its connection, and PHP's own web server ends
// every answer in this way.

/** What a server has done under load. */
export interface Load {
  /** Requests a second. */
  readonly rate: number;
  /** Milliseconds until half of all requests were answered, counted for each from its beginning. */
  readonly half: number;
  readonly ninetyNine: number;
  /** How many answers there were of each status. */
  readonly statuses: Readonly<Record<string, number>>;
}

export interface LoadOptions {
  readonly url: string;
  readonly connections: number;
  /** How many requests are sent. */
  readonly amount: number;
  /** The request of this number. */
  readonly request: (number: number) => {
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
}

/** Sends requests as fast as a server answers, each connection one after the other. */
export async function putUnderLoad(options: LoadOptions): Promise<Load> {
  const { url, connections, amount, request } = options;
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const numbers = Array.from({ length: amount }, (_, number) => number).values();
  const begin = performance.now();
  const send = async () => {
    for (const number of numbers) {
      const sent = performance.now();
      const answer = await fetch(url, { method: 'POST', ...request(number) }).catch(
        () => undefined,
      );
      await answer?.arrayBuffer();
      times.push(performance.now() - sent);
      const status = answer?.status ?? 'no answer';
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, send));
  const seconds = (performance.now() - begin) / 1000;
  times.sort((one, other) => one - other);
  return {
    rate: amount / seconds,
    half: median(times),
    ninetyNine: times[Math.ceil(0.99 * amount) - 1] ?? Number.NaN,
    statuses,
  };
}
