import { existsSync } from 'node:fs';
import { defineConfig } from 'vite';
import { COMPILE_AT_ONCE } from './build/bundles.ts';
import { readFigures } from './build/figures.ts';
import { describeLicences, NOTICES } from './build/licences.ts';
import own from './package.json' with { type: 'json' };

/**
 * The start and the form for each way of use, each built by itself: `vite build --mode script-tag` and so on. The form
 * comes first, since the script has its hash.
 *
 * No UMD: its anonymous `define()` breaks pages that have RequireJS. The AMD module is a self-contained file, wrapped into a
 * `define` that RequireJS loads by its path, and that asks RequireJS where the file is.
 */
const OUTPUTS = {
  'form-script': { format: 'iife', file: 'back-in-stock.form.js' },
  form: { format: 'es', file: 'back-in-stock.form.mjs' },
  'script-tag': { format: 'iife', file: 'back-in-stock.js' },
  amd: {
    format: 'iife',
    file: 'back-in-stock.amd.js',
    banner: "define(['module'],function(requiredModule){",
    footer: 'return BackInStock.backInStock});',
  },
  esm: { format: 'es', file: 'back-in-stock.mjs' },
  subscribe: { format: 'es', file: 'subscribe.mjs' },
} as const;

/** The form as a classic script, which the script tag may have to check by its hash. */
const FORM_SCRIPT = 'back-in-stock.form.js';

/** The form of the ES module, which is not built into it. */
const FORM = /\/src\/entries\/form\.ts$/;

export default defineConfig(({ mode }) => {
  const { file, format, ...wrapping } = OUTPUTS[mode as keyof typeof OUTPUTS];
  process.env.VITE_VERSION = own.version;
  if (existsSync(`dist/${FORM_SCRIPT}`)) {
    process.env.VITE_FORM_INTEGRITY = readFigures(FORM_SCRIPT).integrity;
  }
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
      // The maps are beside the built files, which do not name them: no shop loads them, and a debugger can be given one.
      sourcemap: 'hidden',
      // The form has every library in it.
      license: mode === 'form-script' && { fileName: NOTICES },
      lib: { entry: `src/entries/${mode}.ts`, formats: [format], name: 'BackInStock' },
      rolldownOptions: {
        external: mode === 'esm' ? [FORM] : [],
        output: {
          ...wrapping,
          paths: (id) => (FORM.test(id) ? './back-in-stock.form.mjs' : id),
          // Code that imports the client may call it on a server, where nothing is gained, or never.
          postBanner: ({ moduleIds }) =>
            `${describeLicences(moduleIds)}\n${mode === 'subscribe' ? '' : COMPILE_AT_ONCE}`,
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
