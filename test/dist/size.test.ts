import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BUNDLES, ROOT } from '../../build/bundles.ts';
import { printFigure, printFigures, readFigures, readWritten } from '../../build/figures.ts';

/** In brotli, with Preact and zod as they are published. A page pays for the start, a shopper who is likely to press for both. */
const LIMITS = {
  'back-in-stock.js': 17_550,
  'back-in-stock.amd.js': 16_750,
  'back-in-stock.mjs': 16_500,
  'back-in-stock.form.js': 23_150,
  'back-in-stock.form.mjs': 23_300,
} as const;

test.each(Object.entries(LIMITS) as [keyof typeof LIMITS, number][])(
  '%s is not larger than it may be',
  (name, limit) => {
    expect(readFigures(name).brotli).toBeLessThanOrEqual(limit);
  },
);

test('the build prints what it has built', () => {
  expect(printFigures().split('\n')).toHaveLength(Object.keys(BUNDLES).length);
});

test.each(['size', 'size form'] as const)('README has the %s that dist has', (marker) => {
  const written = readWritten(readFileSync(`${ROOT}README.md`, 'utf8'), marker);
  expect(written.length).toBeGreaterThan(0);
  expect(new Set(written), 'run npm run build:figures').toEqual(new Set([printFigure(marker)]));
});
