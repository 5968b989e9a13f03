import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BUNDLES, LANGUAGE_FILES, ROOT } from '../../build/bundles.ts';
import { printFigure, printFigures, readFigures, readWritten } from '../../build/figures.ts';

/** In brotli, with Preact and zod as they are published. A page pays for the start, a shopper who is likely to press for both. */
const LIMITS = {
  'back-in-stock.js': 18_750,
  'back-in-stock.amd.js': 17_900,
  'back-in-stock.mjs': 17_200,
  'back-in-stock.form.js': 25_500,
  'back-in-stock.form.mjs': 25_700,
} as const;

test.each(Object.entries(LIMITS) as [keyof typeof LIMITS, number][])(
  '%s is not larger than it may be',
  (name, limit) => {
    expect(readFigures(name).brotli).toBeLessThanOrEqual(limit);
  },
);

test.each(LANGUAGE_FILES)('%s is not larger than a language may be', (name) => {
  expect(readFigures(name).brotli).toBeLessThanOrEqual(1_500);
});

test('the build prints what it has built', () => {
  expect(printFigures().split('\n')).toHaveLength(
    Object.keys(BUNDLES).length + LANGUAGE_FILES.length,
  );
});

test.each(['size', 'size form'] as const)('README has the %s that dist has', (marker) => {
  const written = readWritten(readFileSync(`${ROOT}README.md`, 'utf8'), marker);
  expect(written.length).toBeGreaterThan(0);
  expect(new Set(written), 'run npm run build:figures').toEqual(new Set([printFigure(marker)]));
});
