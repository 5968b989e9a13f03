import type { Browser, Page } from '@playwright/test';
import type { BenchShop } from './bench-shop.ts';
import type { Built } from './build-candidates.ts';
import type { Candidate } from './candidates.ts';

/** What every table measures with. */
export interface Bench {
  /** How often whatever is timed is measured. */
  readonly runs: number;
  readonly browser: Browser;
  readonly shop: BenchShop;
  /** The candidates that could be built and started, and what was built. */
  readonly candidates: readonly Candidate[];
  readonly built: ReadonlyMap<string, Built>;
  tell(progress: string): void;
}

/** One of the tables of `BENCHMARKS.md`. */
export interface Table {
  /** How the command line calls it. */
  readonly name: string;
  readonly title: string;
  /** Measures, and gives the table and what explains it, as Markdown. */
  measure(bench: Bench): Promise<string>;
}

export interface PageOptions {
  /** How many times slower the processor is made. Default 1. */
  readonly slowdown?: number;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** Runs something with a page of a profile of its own, in which nothing is cached. */
export async function withPage<Result>(
  { browser }: Pick<Bench, 'browser'>,
  use: (page: Page) => Promise<Result>,
  { slowdown = 1, viewport = { width: 1280, height: 720 } }: PageOptions = {},
): Promise<Result> {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    if (slowdown !== 1) {
      const client = await context.newCDPSession(page);
      await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    }
    return await use(page);
  } finally {
    await context.close();
  }
}
