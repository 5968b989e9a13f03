import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

const oxc = { jsx: { runtime: 'classic', pragma: 'h' } } as const;

/** Pure parts. */
export const UNIT: TestProjectConfiguration = {
  oxc,
  // Thousands of cases take a while on a busy machine.
  test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 60_000 },
};

/** Adapters, trigger and modal in happy-dom. */
export const DOM: TestProjectConfiguration = {
  oxc,
  test: {
    name: 'dom',
    include: ['test/dom/**/*.test.{ts,tsx}'],
    environment: 'happy-dom',
    // Each test makes the form's modules anew.
    testTimeout: 30_000,
  },
};

/** The Magento module. */
const MODULE: TestProjectConfiguration = {
  oxc,
  test: { name: 'module', include: ['test/module/**/*.test.ts'], testTimeout: 60_000 },
};

/** What is published. */
const DIST: TestProjectConfiguration = {
  oxc,
  test: { name: 'dist', include: ['test/dist/**/*.test.ts'], testTimeout: 60_000 },
};

/** The generated cases once more, in a number that takes minutes: `npm run test:long`. */
const AT_LENGTH: TestProjectConfiguration = {
  oxc,
  test: {
    name: 'unit-long',
    include: ['test/unit/robustness/**/*.test.ts'],
    env: { CASES: '100000' },
    testTimeout: 600_000,
  },
};

export default defineConfig(({ mode }) => {
  const isLong = mode === 'long';
  const outputFile = `test-results/${isLong ? 'unit-long' : 'unit'}.json`;
  return {
    test: {
      reporters: ['default', ['json', { outputFile }]],
      css: true,
      // Left out, one core is kept free, and of two that is half of them.
      maxWorkers: '100%',
      projects: isLong ? [AT_LENGTH] : [UNIT, DOM, MODULE, DIST],
    },
  };
});
