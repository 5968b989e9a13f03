import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

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

/** Where a built file is; an error that says what to do when there is none. */
export function findBundle(name: Bundle): string {
  const path = `${ROOT}dist/${name}`;
  if (!existsSync(path)) throw new Error(`dist/${name} is missing. Run "npm run build" first.`);
  return path;
}

export function readBundle(name: Bundle): string {
  return readFileSync(findBundle(name), 'utf8');
}

/** What a server with default settings for brotli sends. */
export function measureBrotli(name: Bundle): number {
  return brotliCompressSync(readFileSync(findBundle(name))).length;
}
