import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { COMPILE_AT_ONCE, readBundle } from '../../build/bundles.ts';
import own from '../../package.json' with { type: 'json' };
import type { Candidate } from './candidates.ts';

/** What a page loads of a candidate. */
export interface Built {
  readonly script: string;
  /** Empty where it needs none, or brings it in its script. */
  readonly style: string;
}

/** Builds a candidate; the widget is taken from `dist/`. Rejects where it cannot be built. */
export async function buildCandidate({ entry, isPrecompiled }: Candidate): Promise<Built> {
  if (entry === undefined) return { script: readBundle('back-in-stock.js'), style: '' };
  const built = await buildEntry(entry);
  return isPrecompiled ? { ...built, script: COMPILE_AT_ONCE + built.script } : built;
}

/** Builds a file of `entries/` with Vite, as a shop would: a classic script, whose exports are the global `Bench`. */
export async function buildEntry(entry: string): Promise<Built> {
  process.env.VITE_VERSION = own.version;
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'classic', pragma: 'h' } },
    build: {
      target: 'es2022',
      write: false,
      minify: true,
      cssCodeSplit: false,
      lib: {
        entry: fileURLToPath(new URL(`entries/${entry}`, import.meta.url)),
        formats: ['iife'],
        name: 'Bench',
      },
      rolldownOptions: { output: { codeSplitting: false, generatedCode: { symbols: false } } },
    },
  });
  const [first] = [built].flat();
  if (!first || !('output' in first)) throw new Error('Vite has built nothing');
  let [script, style] = ['', ''];
  for (const file of first.output) {
    if (file.type === 'chunk') script += file.code;
    else if (file.fileName.endsWith('.css')) style += file.source;
  }
  return { script, style };
}
