import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BUNDLES, ROOT } from '../../build/bundles.ts';
import { printFigures, readFigures, readTold, tellFigure } from '../../build/figures.ts';

/** In brotli, with Preact and zod as they are published. A page pays for the start, a shopper who is likely to press for both. */
const LIMITS = {
  'back-in-stock.js': 17_200,
  'back-in-stock.amd.js': 16_400,
  'back-in-stock.mjs': 16_200,
  'back-in-stock.form.js': 21_800,
  'back-in-stock.form.mjs': 21_950,
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

test.each(['size', 'size form'] as const)('README tells the %s that it has', (marker) => {
  const told = readTold(readFileSync(`${ROOT}README.md`, 'utf8'), marker);
  expect(told.length).toBeGreaterThan(0);
  expect(new Set(told), 'run npm run build:figures').toEqual(new Set([tellFigure(marker)]));
});
