import { defineConfig } from 'vitest/config';
import { DOM, UNIT } from '../../vitest.config.ts';

/** The tests that import `src/` itself: those of `dist/` and of the module would notice no change of it. */
export default defineConfig({ test: { css: true, projects: [UNIT, DOM] } });
