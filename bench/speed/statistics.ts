/** The middle one of some figures; NaN where there are none. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** Figures by their names, of one run or the medians of many. */
export type Figures = Readonly<Record<string, number>>;

/** The median of each figure over all runs. */
export function medians(runs: readonly Figures[]): Figures {
  const names = new Set(runs.flatMap((run) => Object.keys(run)));
  return Object.fromEntries(
    [...names].map((name) => {
      const figures = runs.map((run) => run[name] ?? Number.NaN);
      return [name, median(figures.filter((figure) => !Number.isNaN(figure)))];
    }),
  );
}

/** Something to be measured many times. */
export interface Measured {
  /** Unique among those that are measured together. */
  readonly id: string;
  /** Measures it once. */
  run(): Promise<Figures>;
}

/** One measurement must not keep the others waiting for ever, in milliseconds. */
const PATIENCE = 60_000;

async function limit(figures: Promise<Figures>): Promise<Figures> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('It takes more than a minute')), PATIENCE);
  });
  try {
    return await Promise.race([figures, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Measures each of them as often as `runs` says, in turn, so that whatever else the machine does meets all of them alike.
 * Gives the medians by id. What fails in one run is measured in the others; what fails in all of them is missing.
 */
export async function interleave(
  runs: number,
  measured: readonly Measured[],
  tell: (progress: string) => void,
): Promise<ReadonlyMap<string, Figures>> {
  const results = new Map<string, Figures[]>();
  const failures = new Map<string, unknown>();
  for (let run = 0; run < runs; run += 1) {
    tell(`run ${run + 1} of ${runs}`);
    for (const { id, run: measure } of measured) {
      try {
        const figures = await limit(measure());
        results.set(id, [...(results.get(id) ?? []), figures]);
      } catch (error) {
        failures.set(id, error);
      }
    }
  }
  for (const [id, error] of failures) {
    tell(`${id} failed in ${runs - (results.get(id)?.length ?? 0)} of ${runs} runs: ${error}`);
  }
  return new Map([...results].map(([id, all]) => [id, medians(all)]));
}
