import { defineConfig } from '@playwright/test';
import { listMissingEngines } from './engine-tools.mjs';

// Workers load this file too.
if (process.env.TEST_WORKER_INDEX === undefined) {
  for (const reason of listMissingEngines()) console.log(`Skipped: ${reason}`);
}

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/engines',
  // WebKitGTK draws by the processor alone, which takes long on a busy machine.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  projects: ['firefox', 'webkit', 'chromium'].map((name) => ({ name })),
  reporter: [['list'], ['json', { outputFile: '../../test-results/engines.json' }]],
});
