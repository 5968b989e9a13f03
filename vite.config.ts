import { defineConfig } from 'vite';
import { describeLicences, NOTICES } from './build/licences.ts';

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

export default defineConfig(({ mode }) => {
  const { file, format, ...wrapping } = OUTPUTS[mode as keyof typeof OUTPUTS];
  return {
    // Libraries may look at this; library mode leaves it alone.
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'classic', pragma: 'h' } },
    build: {
      target: 'es2022',
      cssTarget: ['chrome99', 'firefox101', 'safari16.4'],
      emptyOutDir: false,
      copyPublicDir: false,
      reportCompressedSize: false,
      // The script has every library in it.
      license: mode === 'script-tag' && { fileName: NOTICES },
      lib: { entry: `src/entries/${mode}.ts`, formats: [format], name: 'BackInStock' },
      rolldownOptions: {
        output: {
          ...wrapping,
          postBanner: ({ moduleIds }) => describeLicences(moduleIds),
          entryFileNames: file,
          codeSplitting: false,
          generatedCode: { symbols: false },
          // Vite leaves white space in the ES modules of a library.
          minify: true,
        },
      },
    },
  };
});
