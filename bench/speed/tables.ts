import type { Table } from './bench.ts';
import { busyPage } from './busy-page.ts';
import { bytes } from './bytes.ts';
import { interaction } from './interaction.ts';
import { memory } from './memory.ts';
import { relay } from './relay.ts';
import { scale } from './scale.ts';
import { startUp } from './start-up.ts';

/** The tables of `BENCHMARKS.md`, in their order. */
export const TABLES: readonly Table[] = [
  bytes,
  startUp,
  busyPage,
  scale,
  interaction,
  memory,
  relay,
];
