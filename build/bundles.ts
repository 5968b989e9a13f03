import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { type Language, LOCALES } from './locales.ts';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** The built files that are to be loaded, by the way in which they are. */
export const BUNDLES = {
  'back-in-stock.form.js': 'script',
  'back-in-stock.form.mjs': 'module',
  'back-in-stock.js': 'script',
  'back-in-stock.amd.js': 'script',
  'back-in-stock.mjs': 'module',
  'subscribe.mjs': 'module',
} as const;

export type Bundle = keyof typeof BUNDLES;

/** The built file with the texts of one language, for the script tag and for RequireJS. */
export type LanguageFile = `back-in-stock.${Language}.js`;

/** Every one of them. */
export const LANGUAGE_FILES = (Object.keys(LOCALES) as Language[]).map(
  (language): LanguageFile => `back-in-stock.${language}.js`,
);

/**
 * Chrome, from 136, compiles every function of a file that begins with this while the file is loading, beside the page's
 * thread; without it, one after the other on that thread when they are first called. Other browsers read a comment.
 */
export const COMPILE_AT_ONCE = '//# allFunctionsCalledOnLoad\n';

/** Where a built file is; an error that says what to do when there is none. */
export function findBundle(name: Bundle | LanguageFile): string {
  const path = `${ROOT}dist/${name}`;
  if (!existsSync(path)) throw new Error(`dist/${name} is missing. Run "npm run build" first.`);
  return path;
}

export function readBundle(name: Bundle | LanguageFile): string {
  return readFileSync(findBundle(name), 'utf8');
}

/** What a server with default settings for brotli sends. */
export function measureBrotli(name: Bundle | LanguageFile): number {
  return brotliCompressSync(readFileSync(findBundle(name))).length;
}
