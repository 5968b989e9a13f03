import type { Table } from './bench.ts';
import { bytes } from './bytes.ts';

/** The tables of `BENCHMARKS.md`, in their order. */
export const TABLES: readonly Table[] = [bytes];
