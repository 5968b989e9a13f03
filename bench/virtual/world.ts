import type { Answer } from '../../demo/sandbox/answerers.ts';
import type { Message } from '../../src/subscribe/transport.ts';
import { MODEL } from '../model.ts';
import { createRandom, drawLogNormal } from '../random.ts';
import { Tally } from '../tally.ts';
import type { Page } from './page.ts';
import { createServer, readEmail } from './server.ts';
import { VirtualTime } from './time.ts';

export interface WorldOptions {
  /** How many requests of Klaviyo's limits each request counts as. */
  readonly weight: number;
  /** Whether scripts may read the header `Retry-After`, which is the server's to allow (CORS). */
  readonly isRetryAfterReadable: boolean;
  readonly seed: number;
}

/** All browsers, the network, and the server. */
export class World {
  readonly time = new VirtualTime(MODEL.start);
  readonly tally = new Tally();
  /** What `Math.random` gives. */
  readonly random;
  /** The page whose code is running. */
  page: Page | undefined;
  readonly #server;
  readonly #latency;
  readonly #isRetryAfterReadable: boolean;

  constructor({ weight, isRetryAfterReadable, seed }: WorldOptions) {
    this.random = createRandom(seed);
    this.#latency = createRandom(seed + 1);
    this.#server = createServer(() => this.time.now, weight);
    this.#isRetryAfterReadable = isRetryAfterReadable;
  }

  /** Runs code of a page, up to where all its promises wait for something that comes later. */
  enter(page: Page | undefined, run: () => void): Promise<void> | undefined {
    if (!page?.isOpen) return undefined;
    this.page = page;
    run();
    // Promises settle before the next task of Node, as they do in browsers.
    return new Promise(setImmediate);
  }

  /** Sends a request. It arrives whatever becomes of the page (`keepalive`); its answer needs the page. */
  fetch(message: Message, signal: AbortSignal | null | undefined): Promise<Response> {
    const { page } = this;
    if (!page) throw new Error('Some request belongs to no page.');
    const { shopper } = page;
    const stage = shopper.hasSent ? page.stage : 'first';
    shopper.hasSent = true;
    const { median, sigma } = MODEL.latency;
    const oneWay = drawLogNormal(this.#latency, median, sigma) / 2;
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
      this.time.after(oneWay, () => {
        const answer = this.#arrive(message, stage);
        this.time.after(oneWay, () => this.enter(page, () => resolve(this.#respond(answer))));
        return undefined;
      });
    });
  }

  #arrive(message: Message, stage: Page['stage']): Answer {
    const at = this.time.now - MODEL.start;
    this.tally.request(at, stage);
    const answer = this.#server(message);
    if (answer.status === 202) this.tally.accept(readEmail(message), { at, stage });
    else if (answer.status === 429) this.tally.refuse();
    else throw new Error(`Something is wrong with the requests: ${answer.note}`);
    return answer;
  }

  /** As much of a response as is read. A real one is a hundred times as much work, a million times over. */
  #respond({ status, body, headers }: Answer): Response {
    const retryAfter = this.#isRetryAfterReadable ? headers?.['Retry-After'] : undefined;
    const chunks = body ? [new TextEncoder().encode(body)] : [];
    const read = async () => ({ value: chunks[0], done: chunks.shift() === undefined });
    return {
      status,
      ok: status < 300,
      headers: { get: () => retryAfter ?? null },
      body: { getReader: () => ({ read }) },
    } as unknown as Response;
  }
}
