import { type MinifyOptions, minify } from 'terser';
import { defineConfig, type Plugin } from 'vite';
import { flattenStages } from './build/flatten-stages.ts';
import { trimPreact } from './build/trim-preact.ts';
import { trimZod } from './build/trim-zod.ts';

/**
 * One file for each way of use, each built by itself so that none holds code of another:
 * `vite build --mode script-tag`, `--mode amd`, `--mode esm`, `--mode subscribe`.
 *
 * No UMD: its anonymous `define()` breaks pages that have RequireJS. The AMD module is the same kind of
 * self-contained file, wrapped into a `define` that RequireJS loads by its path.
 */
const OUTPUTS = {
  'script-tag': { format: 'iife', file: 'back-in-stock.js' },
  amd: {
    format: 'iife',
    file: 'back-in-stock.amd.js',
    banner: 'define([],function(){',
    footer: 'return BackInStock.backInStock});',
  },
  esm: { format: 'es', file: 'back-in-stock.mjs' },
  subscribe: { format: 'es', file: 'subscribe.mjs' },
} as const;

/** Preact's own names for what it keeps of an element; nothing outside of it uses them. */
const INTERNAL_NAMES =
  /^_(children|parent|depth|dom|component|original|index|flags|listeners|attached)$/;

const COMPRESSION = {
  passes: 3,
  unsafe: true,
  unsafe_arrows: true,
  unsafe_math: true,
  pure_getters: true,
  keep_fargs: false,
} as const satisfies MinifyOptions['compress'];

/** Names given anew to what the minifier has left are shorter yet. */
const minifyAgain: Plugin = {
  name: 'minify-again',
  async generateBundle({ format }, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const again = { ecma: 2020, module: format === 'es', compress: COMPRESSION } as const;
      file.code = (await minify(file.code, again)).code ?? file.code;
    }
  },
};

export default defineConfig(({ mode }) => {
  const { file, format, ...wrapping } = OUTPUTS[mode as keyof typeof OUTPUTS];
  return {
    plugins: [trimPreact, trimZod, flattenStages, minifyAgain],
    // Preact and zod look at this; library mode leaves it alone.
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'classic', pragma: 'h' } },
    build: {
      target: 'es2022',
      cssTarget: ['chrome99', 'firefox101', 'safari16.4'],
      minify: 'terser',
      terserOptions: {
        ecma: 2020,
        module: format === 'es',
        mangle: { properties: { regex: INTERNAL_NAMES } },
        compress: COMPRESSION,
      },
      emptyOutDir: false,
      copyPublicDir: false,
      reportCompressedSize: false,
      lib: { entry: `src/entries/${mode}.ts`, formats: [format], name: 'BackInStock' },
      rolldownOptions: {
        output: {
          ...wrapping,
          entryFileNames: file,
          codeSplitting: false,
          generatedCode: { symbols: false },
        },
      },
    },
  };
});
