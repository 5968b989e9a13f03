import { readFileSync } from 'node:fs';
import own from '../../package.json' with { type: 'json' };
import { startBench } from './start-bench.ts';
import { TABLES } from './tables.ts';
import { writeBenchmarks } from './write-benchmarks.ts';

/** The middle of fewer runs says little. */
const USUAL_RUNS = 20;

const minutesSince = (start: number) => `${((Date.now() - start) / 60_000).toFixed(1)} min`;

/**
 * Measures the tables that the arguments name, and prints them; without a name all of them, which go into BENCHMARKS.md.
 * `--runs=3` measures less often, and writes nothing.
 */
export async function measureSpeed(args: readonly string[]): Promise<void> {
  const begin = Date.now();
  const tell = (progress: string) => console.error(`${minutesSince(begin)}  ${progress}`);
  const names = args.filter((argument) => !argument.startsWith('--'));
  const given = args.find((argument) => argument.startsWith('--runs='));
  const runs = Number(given?.slice('--runs='.length) ?? USUAL_RUNS);
  const unknown = names.filter((name) => !TABLES.some((table) => table.name === name));
  if (unknown.length > 0 || !(runs > 0)) {
    const known = TABLES.map(({ name }) => name).join(', ');
    throw new Error(`Usage: npm run bench -- [tables] [--runs=20]. The tables: ${known}.`);
  }
  const wanted = TABLES.filter(({ name }) => names.length === 0 || names.includes(name));
  const bench = await startBench(runs, tell);
  const sections: string[] = [];
  try {
    for (const { name, title, measure } of wanted) {
      tell(name);
      const table = await measure({ ...bench, tell: (text) => tell(`${name}: ${text}`) });
      sections.push(`## ${title}\n\n\`npm run bench -- ${name}\`\n\n${table}`);
      console.log(`\n${sections.at(-1)}\n`);
    }
  } finally {
    await bench.close();
  }
  if (names.length > 0 || given) return;
  writeBenchmarks([describeRun(bench, begin), ...sections].join('\n\n'));
  tell('BENCHMARKS.md is written');
}

/** When it was measured, and with which versions. */
function describeRun(
  { runs, version, leftOut }: Awaited<ReturnType<typeof startBench>>,
  begin: number,
): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const { dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> };
  const peers = Object.entries(dependencies).map(([name, peer]) => `${name} ${peer}`);
  const date = new Date(begin).toISOString().slice(0, 10);
  return [
    `Measured on ${date} by \`npm run bench\` in one run of ${minutesSince(begin)}, with ${runs} runs of whatever is`,
    `timed, in turn where several things are compared, of which the tables have the median. Back in Stock ${own.version}, Node ${process.versions.node}, ${version}; ${peers.join(', ')}.`,
    leftOut.length > 0
      ? `Left out, since it did not start: ${leftOut.join('; ')}.`
      : 'Every peer started.',
  ].join('\n');
}
