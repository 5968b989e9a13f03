import { readdirSync, readFileSync } from 'node:fs';
import { ROOT } from './bundles.ts';

/** A package as it is installed, and whose work it is. */
interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** The line of its licence that names who holds the rights. */
  readonly copyright: string;
}

/** The file with all licences in full, which Vite writes beside the built files. */
export const NOTICES = 'THIRD-PARTY.md';

/** The first line of a built file, which no minifier takes away: its licence, and the licences of the libraries in it. */
export function describeLicences(modules: readonly string[]): string {
  const folders = new Set(modules.flatMap(folderOf).sort());
  const [own = '', ...libraries] = [ROOT, ...folders].map(readPackage).map(describe);
  const contained = libraries.length ? ` Contains ${libraries.join(', ')}.` : '';
  return `/*! ${own}.${contained} Licences: ${NOTICES} */`;
}

/** The folder of the package that a module is from; none for one of our own. */
function folderOf(module: string): string[] {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(module) ?? [];
}

function readPackage(folder: string): Package {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const [copyright] = /^Copyright .*$/m.exec(file ? readFileSync(folder + file, 'utf8') : '') ?? [];
  if (!copyright) throw new Error(`${name} does not say whose work it is.`);
  return { name, version, license, copyright };
}

function describe({ name, version, license, copyright }: Package): string {
  return `${name} ${version} (${license}, ${copyright})`;
}
