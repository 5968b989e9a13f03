import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOT } from '../../build/bundles.ts';
import { readTold, tellFigure } from '../../build/figures.ts';

// A hash of other bytes than those that are published keeps the script from every page that has it.
test.each(['back-in-stock.js', 'back-in-stock.mjs'] as const)(
  'README tells the integrity hash of dist/%s',
  (name) => {
    const told = readTold(readFileSync(`${ROOT}README.md`, 'utf8'), `integrity ${name}`);
    expect(told, `README is not about this dist/${name}: run npm run build:figures`).toEqual([
      tellFigure(`integrity ${name}`),
    ]);
  },
);
