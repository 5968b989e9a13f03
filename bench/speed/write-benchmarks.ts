import { readFileSync, writeFileSync } from 'node:fs';
import { ROOT } from '../../build/bundles.ts';

const FILE = `${ROOT}BENCHMARKS.md`;
const BEGIN = '<!-- tables: written by npm run bench -->';
const END = '<!-- /tables -->';

/** Puts the tables into BENCHMARKS.md, and leaves what is written there by hand as it is. */
export function writeBenchmarks(tables: string): void {
  const before = readFileSync(FILE, 'utf8');
  const [begin, end] = [before.indexOf(BEGIN), before.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`BENCHMARKS.md lacks ${BEGIN} or ${END}.`);
  const head = before.slice(0, begin + BEGIN.length);
  writeFileSync(FILE, `${head}\n\n${tables}\n\n${before.slice(end)}`);
}
