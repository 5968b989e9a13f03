import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from './test/browser/find-browser.ts';

// Workers load this file too, and take the browser that was found first.
process.env.CHROMIUM_PATH = await findBrowser();

/** The mark of tests that take long by nature: `test/browser/at-length.ts`. */
const LONG = /@long/;

// A run of the long ones leaves the report of the others where it is.
const report = process.argv.includes('--project=browser-long') ? 'browser-long' : 'browser';

export default defineConfig({
  testDir: 'test/browser',
  // Emptied at every start, so the reports of the runners stand beside it.
  outputDir: `test-results/${report}`,
  // The tests wait for conditions, and a busy machine takes its time.
  timeout: 90_000,
  expect: { timeout: 15_000, toPass: { timeout: 30_000 } },
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // Each test is in one of the two. The scripts of package.json run them one after the other.
  projects: [
    { name: 'browser', grepInvert: LONG },
    { name: 'browser-long', grep: LONG },
  ],
  reporter: [['list'], ['json', { outputFile: `test-results/${report}.json` }]],
  use: {
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: BROWSER_FLAGS,
    },
    contextOptions: { reducedMotion: 'reduce' },
  },
});
