import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { findReasonWithout } from '../../test/module/php-tools.mjs';
import type { Bench } from './bench.ts';
import { printNumber, printTable } from './print.ts';

const SIZES = [9, 100, 1000];

interface Described {
  readonly bytes: number;
  readonly milliseconds: number;
  readonly html: string;
}

/** What the module adds to pages of products with many children, and how long it takes; a sentence where PHP is missing. */
export function describePages({ runs }: Pick<Bench, 'runs'>): string {
  const reason = findReasonWithout('php');
  if (reason) return `The module’s pages were not measured: ${reason}.`;
  const script = fileURLToPath(new URL('describe-pages.php', import.meta.url));
  const { status, stdout, stderr } = spawnSync(
    'php',
    [script, String(runs), ...SIZES.map(String)],
    { encoding: 'utf8', maxBuffer: 50_000_000 },
  );
  if (status !== 0) return `The module’s pages were not measured: ${stderr || stdout}`;
  const results = JSON.parse(stdout) as Record<string, Described>;
  const rows = Object.entries(results).map(([children, { bytes, milliseconds, html }]) => [
    `${printNumber(Number(children))} children`,
    printNumber(bytes),
    printNumber(brotliCompressSync(html).length),
    printNumber(milliseconds, 2),
  ]);
  return printTable(
    ['what the module prints, one of seven sold out', 'bytes', 'brotli', 'to describe, ms'],
    rows,
  );
}
