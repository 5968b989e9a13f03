import type { CDPSession, Page } from '@playwright/test';

/** What the renderer keeps alive, the detached included. */
export interface KeptAlive {
  readonly nodes: number;
  readonly listeners: number;
  /** In bytes. */
  readonly heap: number;
}

/** Collects all garbage, and reads what is left. */
async function readKeptAlive(page: Page, client: CDPSession): Promise<KeptAlive> {
  // Timers and frames that release something have to run first.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  // A first collection runs finalizers, whose garbage the second one takes.
  for (let time = 0; time < 2; time += 1) await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const read = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return {
    nodes: read('Nodes'),
    listeners: read('JSEventListeners'),
    heap: read('JSHeapUsedSize'),
  };
}

const ROUNDS = 5;

/**
 * How much more is kept alive after something was done so many times than before: the least of five rounds. What is
 * kept each time shows in all of them; what is made once, and what the engine compiles when it has run often enough,
 * does not.
 */
export async function measureGrowth(
  page: Page,
  times: number,
  repeat: (times: number) => Promise<void>,
): Promise<KeptAlive> {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  await repeat(times);
  const readings = [await readKeptAlive(page, client)];
  for (let round = 0; round < ROUNDS; round += 1) {
    await repeat(times);
    readings.push(await readKeptAlive(page, client));
  }
  await client.detach();
  const leastGrowth = (name: keyof KeptAlive) =>
    Math.min(
      ...readings.slice(1).map((after, round) => after[name] - (readings[round]?.[name] ?? 0)),
    );
  return {
    nodes: leastGrowth('nodes'),
    listeners: leastGrowth('listeners'),
    heap: leastGrowth('heap'),
  };
}
