// `npm run bench:loop`. Node 20 cannot load TypeScript by itself, so Vite does. Each size has a process of its own, so that
// no measurement finds the memory of another one.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** Of shoppers who wait, a hundred for each variant. */
const SIZES = [10_000, 100_000, 1_000_000];

async function load(name) {
  const path = fileURLToPath(new URL(name, import.meta.url));
  const { module } = await runnerImport(path, { configFile: false, logLevel: 'error' });
  return module;
}

function measureInProcess(size) {
  const arguments_ = ['--expose-gc', fileURLToPath(import.meta.url), String(size)];
  return JSON.parse(execFileSync(process.execPath, arguments_, { encoding: 'utf8' }));
}

const [size] = process.argv.slice(2);
if (size === undefined) {
  const { printLoopFigures } = await load('print-loop-figures.ts');
  console.log(printLoopFigures(SIZES.map(measureInProcess)));
} else {
  const { measureLoop } = await load('measure-loop.ts');
  console.log(JSON.stringify(measureLoop(Number(size), globalThis.gc)));
}
