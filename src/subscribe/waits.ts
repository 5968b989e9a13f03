/** No wait is longer, whoever asks for it. An hour, in milliseconds. */
export const LONGEST_WAIT = 3_600_000;

/** How long what is kept is left alone after the first failure, the second, and so on, in milliseconds. */
const WAITS = [30_000, 120_000, 600_000, 1_800_000, LONGEST_WAIT] as const;

/** The same after so many tries, at least one. */
export function waitAfter(tries: number): number {
  return WAITS[tries - 1] ?? LONGEST_WAIT;
}
