import { markdownTable } from 'markdown-table';
import type { LoopFigures } from './measure-loop.ts';

type Row = readonly [name: string, read: (figures: LoopFigures) => number, unit: string];

const ROWS: readonly Row[] = [
  ['one shopper subscribes', ({ enqueue }) => enqueue, 'µs'],
  ['one variant is restocked, 5 shoppers are notified', ({ restock }) => restock, 'µs'],
  ['a day of batches, for each of those notified', ({ notify }) => notify, 'µs'],
  ['memory for each who waits', ({ memory }) => memory, 'bytes'],
];

function separate(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}

function printFigure(figure: number, unit: string): string {
  return unit === 'bytes' ? `${separate(figure)} bytes` : `${figure.toFixed(2)} ${unit}`;
}

/** A table with a column for each size, and by how much the largest is dearer than the smallest, for one operation each. */
export function printLoopFigures(sizes: readonly LoopFigures[]): string {
  const header = sizes.map(
    ({ subscribers, variants }) => `${separate(subscribers)} on ${separate(variants)}`,
  );
  const rows = ROWS.map(([name, read, unit]) => {
    const figures = sizes.map(read);
    const growth = (figures.at(-1) ?? 0) / (figures[0] ?? 1);
    return [name, ...figures.map((figure) => printFigure(figure, unit)), `× ${growth.toFixed(2)}`];
  });
  const totals = ['notified on that day', ...sizes.map((size) => separate(size.notifiedOnThatDay))];
  const table = markdownTable(
    [['subscribers on variants', ...header, 'growth'], ...rows, [...totals, '']],
    { align: ['l', ...header.map(() => 'r'), 'r'] },
  );
  const alone = sizes.slice(0, 1).map(({ enqueueAlone }) => printFigure(enqueueAlone, 'µs'));
  return [
    'All subscribers wait, each has an address of its own, and the variants are drawn by chance from a fixed seed. The rules:',
    'minimum inventory 1, 5 customers for each unit, 1 hour between batches. Times are those of the processor for the engine',
    'alone, with the collection of garbage. At each size as many subscribe: to one large loop, or to several small ones in turn.',
    'Nothing of the loop is in the processor’s caches when a restock begins.',
    '',
    table,
    '',
    `A single loop of the smallest size, of which the caches hold most, takes ${alone.join()} for each subscription.`,
  ].join('\n');
}
