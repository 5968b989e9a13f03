import { STAGES, type Stage } from './stage.ts';
import type { Tally } from './tally.ts';

/** What became of a drop. Times are in milliseconds from its start; undefined when it never got that far. */
export interface Report {
  readonly accepted: number;
  readonly lost: number;
  readonly byStage: Readonly<Record<Stage, number>>;
  readonly requests: number;
  /** Requests that were not their shopper's first. */
  readonly retries: number;
  /** Answered by 429. */
  readonly refused: number;
  /** Accepted though they had been before: the answer to the first one met no page any more. */
  readonly repeated: number;
  /** Requests in the busiest second. */
  readonly peak: number;
  /** Retries in the second that was busiest with them. */
  readonly retryPeak: number;
  /** When half of all shoppers had been accepted, and so on. */
  readonly half: number | undefined;
  readonly ninety: number | undefined;
  readonly ninetyNine: number | undefined;
  readonly last: number | undefined;
}

export function makeReport(tally: Tally, shoppers: number): Report {
  const { requests, retries, refused, repeated, peak, retryPeak } = tally;
  const acceptances = [...tally.accepted.values()];
  const times = acceptances.map(({ at }) => at).sort((one, other) => one - other);
  const count = (name: string) => acceptances.filter(({ stage }) => stage === name).length;
  const byStage = Object.fromEntries(Object.keys(STAGES).map((name) => [name, count(name)]));
  const timeOf = (share: number) => times[Math.ceil(share * shoppers) - 1];
  return {
    accepted: times.length,
    lost: shoppers - times.length,
    byStage: byStage as Record<Stage, number>,
    ...{ requests, retries, refused, repeated, peak, retryPeak },
    half: timeOf(0.5),
    ninety: timeOf(0.9),
    ninetyNine: timeOf(0.99),
    last: times.at(-1),
  };
}
