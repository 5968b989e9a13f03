// `npm run bench:reliability`. Node 20 cannot load TypeScript by itself, so Vite does. Each scenario has a thread, and
// globals, of its own.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { runnerImport } from 'vite';

const SHOPPERS = 100_000;
const client = new URL('../dist/subscribe.mjs', import.meta.url);

async function load(name) {
  const path = fileURLToPath(new URL(name, import.meta.url));
  const { module } = await runnerImport(path, { configFile: false, logLevel: 'error' });
  return module;
}

function runInThread(place) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: place,
      // Most of what is made is gone at once; with more room for it, it is not looked through as often.
      resourceLimits: { maxYoungGenerationSizeMb: 192 },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

async function printAll() {
  if (!existsSync(client)) {
    console.error('The simulation needs dist/subscribe.mjs. Run: npm run build');
    process.exit(1);
  }
  const { SCENARIOS } = await load('scenarios.ts');
  const { printReports } = await load('print-reports.ts');
  const reports = [];
  const places = SCENARIOS.keys();
  const work = async () => {
    for (const place of places) reports[place] = await runInThread(place);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  console.log(printReports(reports, SHOPPERS));
}

if (isMainThread) {
  await printAll();
} else {
  const { SCENARIOS } = await load('scenarios.ts');
  const { subscribe } = await import(client);
  parentPort.postMessage(await SCENARIOS[workerData].run(SHOPPERS, subscribe));
}
