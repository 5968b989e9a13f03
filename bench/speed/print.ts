import { markdownTable } from 'markdown-table';

/** A number with so many places after the point, and commas between the thousands. */
export function printNumber(figure: number | undefined, places = 0): string {
  if (figure === undefined || Number.isNaN(figure)) return '–';
  const digits = { minimumFractionDigits: places, maximumFractionDigits: places };
  return figure.toLocaleString('en-US', digits);
}

export const printTimes = (ratio: number | undefined) => {
  const text = printNumber(ratio, 2);
  return text === '–' ? text : `× ${text}`;
};

/** A table with a name in its first column, and figures in the others. */
export function printTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  return markdownTable([[...header], ...rows.map((row) => [...row])], {
    align: header.map((_, place) => (place === 0 ? 'l' : 'r')),
  });
}

/** What a figure should be at most. It is compared, never asserted. */
export interface Aim {
  readonly text: string;
  readonly figure: number | undefined;
  readonly most: number;
  readonly unit?: string;
  /** Places after the point. Default: enough to compare. */
  readonly places?: number;
}

/** One line for each aim: what is wanted, what was measured, and whether it is met. */
export function printAims(aims: readonly Aim[]): string {
  return aims
    .map(({ text, figure = Number.NaN, most, unit = '', places = most < 10 ? 2 : 1 }) => {
      const judgement = Number.isNaN(figure) ? 'not measured' : figure <= most ? 'met' : 'not met';
      return `- ${text}: **${printNumber(figure, places)}${unit}**, at most ${most}${unit}: ${judgement}.`;
    })
    .join('\n');
}
