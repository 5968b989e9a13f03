import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOT } from '../../build/bundles.ts';
import { printFigures, readFigures, readTold, tellFigure } from '../../build/figures.ts';

/**
 * With Preact and zod as they are published, and all stages in one file. It falls when the form becomes a file of its
 * own, which leaves the start without either.
 */
const LIMIT = 32_000;

test('the script is not larger than it may be', () => {
  console.log(printFigures());
  expect(readFigures('back-in-stock.js').brotli).toBeLessThanOrEqual(LIMIT);
});

test('README tells the size that it has', () => {
  const told = readTold(readFileSync(`${ROOT}README.md`, 'utf8'), 'size');
  expect(told.length).toBeGreaterThan(0);
  expect(new Set(told), 'run npm run build:figures').toEqual(new Set([tellFigure('size')]));
});
