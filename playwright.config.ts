import { defineConfig } from '@playwright/test';
import { findBrowser } from './test/browser/find-browser.ts';

// Workers load this file too, and take the browser that was found first.
process.env.CHROMIUM_PATH = await findBrowser();

export default defineConfig({
  testDir: 'test/browser',
  // Emptied at every start, so the reports of the runners stand beside it.
  outputDir: 'test-results/browser',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  use: {
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
    contextOptions: { reducedMotion: 'reduce' },
  },
});
