import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BUNDLES, type Bundle, measureBrotli, ROOT } from '../support/dist.ts';

const LIMIT = 15_500;

test('the script is not larger than it may be', () => {
  const size = measureBrotli('back-in-stock.js');
  for (const name of Object.keys(BUNDLES)) {
    console.log(`dist/${name}: ${measureBrotli(name as Bundle)} bytes brotli`);
  }
  expect(size).toBeLessThanOrEqual(LIMIT);
});

test('README tells the size that it has', () => {
  const path = `${ROOT}README.md`;
  expect(existsSync(path), 'README.md').toBe(true);
  const figures = [...readFileSync(path, 'utf8').matchAll(/<!-- size -->(.*?)<!-- \/size -->/g)];
  const written = figures.map(([, figure]) => figure);
  const size = measureBrotli('back-in-stock.js').toLocaleString('en-US');
  expect(written.length).toBeGreaterThan(0);
  expect(new Set(written)).toEqual(new Set([`${size} bytes brotli`]));
});
