// Changes src/ in small ways, one at a time, and reports which changes no test notices: `npm run test:mutation`.
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'test/mutation/vitest.config.ts' },
  mutate: ['src/**/*.{ts,tsx}', '!src/**/*.d.ts', '!src/entries/**'],
  coverageAnalysis: 'perTest',
  // A change of what runs once, when a module is loaded, would need all tests again.
  ignoreStatic: true,
  concurrency: 2,
  // Stryker rewrites tsconfig.json with an interface that TypeScript 7 has no more; its copy of the project needs none.
  tsconfigFile: 'none',
  // Tests compare files with the documents, so Stryker may not add its comments to them.
  disableTypeChecks: false,
  tempDirName: 'test-results/mutation-sandbox',
  reporters: ['clear-text', 'html', 'json'],
  clearTextReporter: { logTests: false, reportTests: false },
  htmlReporter: { fileName: 'test-results/mutation/report.html' },
  jsonReporter: { fileName: 'test-results/mutation/report.json' },
};
