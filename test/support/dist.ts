import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { type Node, type Program, parse } from 'acorn';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The built files that are to be loaded, by the way in which they are. */
export const BUNDLES = {
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

/** Any part of a program; what it has depends on its type. */
export type Part = Node & Record<string, unknown>;

export function parseBundle(name: Bundle): Program {
  return parse(readBundle(name), { ecmaVersion: 2022, sourceType: BUNDLES[name] });
}

/** Every part of a program that is of one of these types. */
export function findParts(program: Program, ...types: string[]): Part[] {
  const found: Part[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && types.includes(String(value.type))) found.push(value as Part);
    for (const child of Object.values(value)) visit(child);
  };
  visit(program);
  return found;
}

/** The name of an identifier, or of the property that is read, such as `innerHTML` of `element.innerHTML`. */
export function nameOf(part: unknown): string {
  const { type, name, value, property } = part as Part;
  if (type === 'Identifier') return String(name);
  if (type === 'Literal') return String(value);
  return type === 'MemberExpression' ? nameOf(property) : '';
}
