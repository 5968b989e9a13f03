import { LIMITS, MODEL } from './model.ts';
import type { Report } from './report.ts';

interface Crowd {
  readonly shoppers: number;
  /** How many requests of Klaviyo's limits each request counts as. Default: 1. */
  readonly weight?: number;
  /** Whether pages stay open until all is done. */
  readonly isPatient: boolean;
}

/** In milliseconds. */
const TICK = 10;

/** The share of pages that are still open after a tick. */
const STAYING = Math.exp(-TICK / MODEL.meanStay);

/** The mean of the log-normal latency, in milliseconds. */
const MEAN_LATENCY = MODEL.latency.median * Math.exp(MODEL.latency.sigma ** 2 / 2);

/**
 * Clients that send again the moment they fail. Each would be six requests a second for half an hour, too many to play
 * one by one; but those who wait are all alike, so how many they are is enough. In each tick, those who press send
 * once, and those who wait send as often as latency lets them, on average; the server takes as many as its windows
 * have room for, from both kinds alike; and of those who wait a share leaves, the same in every tick, as an exponential
 * stay has no memory. The test holds it to requests that are played one by one.
 */
export function simulateAtOnce({ shoppers, weight = 1, isPatient }: Crowd): Report {
  const total = new Counts();
  const busiest = new Counts();
  const moments = new Map<number, number>();
  let second = new Counts();
  let minute = new Counts();
  let waiting = 0;
  let last = 0;

  for (let now = 0; now < MODEL.rush || waiting >= 0.5; now += TICK) {
    if (now % 1000 === 0) second = new Counts();
    if (now % 60_000 === 0) minute = new Counts();
    const pressing = countPressing(now, shoppers);
    const { perSecond, perMinute } = LIMITS;
    const room = Math.min(
      perSecond / weight - second.accepted,
      perMinute / weight - minute.accepted,
    );
    const tick = send(pressing, waiting, room);
    for (const counts of [total, second, minute]) counts.add(tick);
    busiest.raise(second);
    if (tick.accepted) last = now;
    const percent = Math.floor((100 * total.accepted) / shoppers);
    if (!moments.has(percent)) moments.set(percent, now);
    waiting = (waiting + pressing - tick.accepted) * (isPatient ? 1 : STAYING);
  }

  const accepted = Math.round(total.accepted);
  const first = Math.round(total.first);
  return {
    accepted,
    lost: shoppers - accepted,
    byStage: { first, form: accepted - first, open: 0, view: 0, back: 0, again: 0 },
    requests: Math.round(total.requests),
    retries: Math.round(total.retries),
    refused: Math.round(total.requests - total.accepted),
    repeated: 0,
    peak: Math.round(busiest.requests),
    retryPeak: Math.round(busiest.retries),
    half: moments.get(50),
    ninety: moments.get(90),
    ninetyNine: moments.get(99),
    last,
  };
}

function countPressing(now: number, shoppers: number): number {
  return now < MODEL.rush ? (shoppers * TICK) / MODEL.rush : 0;
}

/** What happens in one tick. */
function send(pressing: number, waiting: number, room: number): Counts {
  const tick = new Counts();
  tick.retries = (waiting * TICK) / MEAN_LATENCY;
  tick.requests = pressing + tick.retries;
  tick.accepted = Math.min(tick.requests, room, waiting + pressing);
  tick.first = tick.requests && (tick.accepted * pressing) / tick.requests;
  return tick;
}

/** As these are means, they have fractions. */
class Counts {
  requests = 0;
  retries = 0;
  accepted = 0;
  /** Accepted at the first try. */
  first = 0;

  add({ requests, retries, accepted, first }: Counts): void {
    this.requests += requests;
    this.retries += retries;
    this.accepted += accepted;
    this.first += first;
  }

  raise({ requests, retries }: Counts): void {
    this.requests = Math.max(this.requests, requests);
    this.retries = Math.max(this.retries, retries);
  }
}
