import type { Page } from '@playwright/test';

interface Ranges {
  readonly ranges: readonly { startOffset: number; endOffset: number; count: number }[];
}

/** What ran of a script since the last look. */
export interface Coverage {
  /** How many of its functions were called. */
  readonly calledFunctions: number;
  /** Whether the function around this text was called; the text must be in the script. */
  hasRun(marker: string): boolean;
}

/** Begins to count what the scripts of the next page run; the function that it gives looks at one of them. */
export async function startCoverage(page: Page): Promise<(file: string) => Promise<Coverage>> {
  const client = await page.context().newCDPSession(page);
  await client.send('Profiler.enable');
  await client.send('Debugger.enable');
  await client.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return async (file) => {
    const { result } = await client.send('Profiler.takePreciseCoverage');
    const script = result.find(({ url }) => url.endsWith(file));
    if (!script) throw new Error(`${file} is not on the page.`);
    const { scriptId, functions } = script;
    const { scriptSource } = await client.send('Debugger.getScriptSource', { scriptId });
    return {
      calledFunctions: functions.filter(({ ranges: [whole] }) => whole && whole.count > 0).length,
      hasRun(marker) {
        const offset = scriptSource.indexOf(marker);
        if (offset < 0) throw new Error(`${file} does not hold ${marker}.`);
        return countAt(functions, offset) > 0;
      },
    };
  };
}

/** How often the innermost function around an offset was called. */
function countAt(functions: readonly Ranges[], offset: number): number {
  // The first range of a function is the whole of it, the others are branches in it.
  const around = functions
    .flatMap(({ ranges }) => ranges.slice(0, 1))
    .filter(({ startOffset, endOffset }) => startOffset <= offset && offset < endOffset)
    .sort((one, other) => one.endOffset - one.startOffset - (other.endOffset - other.startOffset));
  return around[0]?.count ?? 0;
}

/** Begins to count the calls of functions in a script of the next page; the function that it gives returns how many came since the last time. */
export async function countCalls(page: Page, file: string): Promise<() => Promise<number>> {
  const client = await page.context().newCDPSession(page);
  await client.send('Profiler.enable');
  await client.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  return async () => {
    const { result } = await client.send('Profiler.takePreciseCoverage');
    // A script without any call is not among them.
    const functions = result.filter(({ url }) => url.endsWith(file)).flatMap((of) => of.functions);
    return functions.reduce((sum, { ranges: [whole] }) => sum + (whole?.count ?? 0), 0);
  };
}
