import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findBundle, ROOT } from '../../build/bundles.ts';

const run = promisify(execFile);

export const PACKAGE = 'magento-back-in-stock';

/** Without what a surrounding npm sets for its scripts, which would lead the inner one to the wrong folder. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)),
);

export interface Installed {
  /** An otherwise empty folder with the package in its `node_modules`. */
  readonly folder: string;
  /** The packed files, by their paths in the package. */
  readonly files: readonly string[];
  readonly manifest: Manifest;
  /** Runs a module in a Node process of its own, in that folder; gives what it wrote. */
  runModule(source: string): Promise<string>;
  /** Compiles a file in that folder; gives what the compiler complained about. */
  compile(source: string, settings: object): Promise<string>;
  remove(): void;
}

export interface Manifest {
  readonly [key: string]: unknown;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

/** Packs the built package and installs it as a merchant's developer would, without any network. */
export async function installPackage(): Promise<Installed> {
  findBundle('back-in-stock.js');
  const folder = mkdtempSync(join(tmpdir(), 'back-in-stock-'));
  const inFolder = { cwd: folder, env: environment };
  // The scripts would build again, under the feet of the other tests.
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const { stdout } = await run('npm', pack, { cwd: ROOT, env: environment });
  const [{ filename, files }] = JSON.parse(stdout) as [
    { filename: string; files: { path: string }[] },
  ];
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', filename], inFolder);
  const manifest = join(folder, 'node_modules', PACKAGE, 'package.json');
  return {
    folder,
    files: files.map(({ path }) => path),
    manifest: JSON.parse(readFileSync(manifest, 'utf8')) as Manifest,
    async runModule(source) {
      writeFileSync(join(folder, 'run.mjs'), source);
      return (await run(process.execPath, ['run.mjs'], inFolder)).stdout;
    },
    async compile(source, settings) {
      writeFileSync(join(folder, 'consumer.ts'), source);
      const compilerOptions = {
        strict: true,
        noEmit: true,
        target: 'ES2022',
        // Whoever checks the declarations of packages must not find mistakes in ours.
        skipLibCheck: false,
        types: [],
        ...settings,
      };
      const configuration = { compilerOptions, files: ['consumer.ts'] };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(configuration));
      try {
        const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
        await run(process.execPath, [compiler, '-p', 'tsconfig.json'], inFolder);
        return '';
      } catch (error) {
        return (error as { stdout: string }).stdout || String(error);
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
