import { type Browser, chromium } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from '../../test/browser/find-browser.ts';
import { type Bench, withPage } from './bench.ts';
import { type BenchShop, startBenchShop } from './bench-shop.ts';
import { type Built, buildCandidate } from './build-candidates.ts';
import { CANDIDATES, type Candidate } from './candidates.ts';

const FLAGS = [
  ...BROWSER_FLAGS,
  // Figures of memory are not rounded.
  '--enable-precise-memory-info',
  '--js-flags=--expose-gc',
];

/** Starts the browser of the tests. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findBrowser(), args: FLAGS });
}

/** A page on which everything that is measured has something to show. */
const SOLD_OUT = '/shop/camp-lantern';

export interface StartedBench extends Bench {
  /** The browser's name and version. */
  readonly version: string;
  /** What was left out, and why. */
  readonly leftOut: readonly string[];
  close(): Promise<void>;
}

/** Builds all candidates, starts the shop and the browser, and leaves out each peer that does not start. */
export async function startBench(
  runs: number,
  tell: (progress: string) => void,
): Promise<StartedBench> {
  const built = new Map<string, Built>();
  const leftOut: string[] = [];
  const buildable: Candidate[] = [];
  const leaveOut = (candidate: Candidate, error: unknown) => {
    const [reason] = String(error).split('\n');
    if (!candidate.isPeer) throw new Error(`${candidate.name}: ${reason}`, { cause: error });
    tell(`left out: ${candidate.name}: ${reason}`);
    leftOut.push(`${candidate.name}: ${reason}`);
  };
  for (const candidate of CANDIDATES) {
    tell(`building ${candidate.name}`);
    try {
      built.set(candidate.id, await buildCandidate(candidate));
      buildable.push(candidate);
    } catch (error) {
      leaveOut(candidate, error);
    }
  }
  const shop = await startBenchShop(built);
  const browser = await launchBrowser();
  const candidates: Candidate[] = [];
  const bench = { runs, browser, shop, candidates, built, tell };
  for (const candidate of buildable) {
    try {
      await seeItStart(bench, candidate);
      candidates.push(candidate);
    } catch (error) {
      leaveOut(candidate, error);
    }
  }
  return {
    ...bench,
    version: `Chromium ${browser.version()}`,
    leftOut,
    async close() {
      await browser.close();
      await shop.close();
    },
  };
}

async function seeItStart(
  bench: { readonly browser: Bench['browser']; readonly shop: BenchShop },
  { id, started }: Candidate,
): Promise<void> {
  await withPage(bench, async (page) => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(bench.shop.address(id, SOLD_OUT));
    await page
      .waitForSelector(started ?? 'body', { state: 'attached', timeout: 10_000 })
      .catch((error) => {
        throw errors[0] ?? error;
      });
  });
}
