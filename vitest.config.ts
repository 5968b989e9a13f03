import { defineConfig } from 'vitest/config';

const oxc = { jsx: { runtime: 'classic', pragma: 'h' } } as const;

/** `unit`: pure parts. `dom`: adapters, trigger and modal in happy-dom. `dist`: what is published. */
export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
    css: true,
    projects: [
      {
        oxc,
        // Ten thousand cases take a while on a busy machine.
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        oxc,
        test: {
          name: 'dom',
          include: ['test/dom/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          // Each test makes the form's modules anew.
          testTimeout: 30_000,
        },
      },
      {
        oxc,
        test: { name: 'module', include: ['test/module/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        oxc,
        test: { name: 'dist', include: ['test/dist/**/*.test.ts'], testTimeout: 60_000 },
      },
    ],
  },
});
