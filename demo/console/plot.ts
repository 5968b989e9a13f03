import type { HistoryPoint } from '../loop/history.ts';

/** The size of a plot in its own units. The page stretches it to whatever width there is. */
export const PLOT_WIDTH = 1000;
export const PLOT_HEIGHT = 100;

/** The highest value stays so far below the upper edge that its line is drawn whole. */
const HEADROOM = 6;

/** What a plot shows: a stretch of time, and values from 0 to the highest. */
export interface PlotFrame {
  readonly from: number;
  readonly to: number;
  readonly most: number;
}

export interface PlotValue {
  readonly at: number;
  readonly value: number;
}

/** Where a moment is. What lies before the stretch is at its beginning, since it holds until then. */
export function placeTime({ from, to }: PlotFrame, at: number): number {
  const share = (Math.min(Math.max(at, from), to) - from) / (to - from);
  return Math.round(share * PLOT_WIDTH);
}

export function placeValue({ most }: PlotFrame, value: number): number {
  const height = (value / Math.max(1, most)) * (PLOT_HEIGHT - HEADROOM);
  return Math.round((PLOT_HEIGHT - height) * 10) / 10;
}

/**
 * The line of values that each hold until the next, as the path of an SVG. Of the values that fall on one column, the
 * lowest, the highest and the last are drawn, so that the path stays short however long the history is.
 */
export function drawSteps(values: readonly PlotValue[], frame: PlotFrame, until: number): string {
  const columns = new Map<number, readonly number[]>();
  for (const { at, value } of values) {
    const column = placeTime(frame, at);
    const [lowest = value, highest = value] = columns.get(column) ?? [];
    columns.set(column, [Math.min(lowest, value), Math.max(highest, value), value]);
  }
  const steps = [...columns].map(([column, heights], place) => {
    const [first, ...others] = [...new Set(heights)].map((value) => placeValue(frame, value));
    const start = place === 0 ? `M${column} ${first}` : `H${column}V${first}`;
    return [start, ...others.map((height) => `V${height}`)].join('');
  });
  return steps.length === 0 ? '' : `${steps.join('')}H${placeTime(frame, until)}`;
}

/** The area below such a line. */
export function closeArea(line: string): string {
  const [, start = '0'] = /^M(\d+)/.exec(line) ?? [];
  return line === '' ? '' : `${line}V${PLOT_HEIGHT}H${start}Z`;
}

/** The highest of these, and at least 1. */
export function findMost(points: readonly HistoryPoint[], name: 'waiting' | 'quantity'): number {
  return points.reduce((most, point) => Math.max(most, point[name]), 1);
}
