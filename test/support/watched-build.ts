import { readFileSync } from 'node:fs';
import { build, type Plugin, type Rolldown } from 'vite';
import { ROOT } from '../../build/bundles.ts';

/** What went into a bundle of a library. */
export interface WatchedBuild {
  /** The library's modules that are in the bundle, in whole or in part, by their paths in `node_modules`. */
  readonly bundled: readonly string[];
  /** Those modules of libraries that are not bundled as their files are. */
  readonly changed: readonly string[];
}

const INSTALLED = `${ROOT}node_modules/`;

/** Builds for one way of use, writes nothing, and looks at the modules of libraries on their way in. */
export async function watchBuild(mode: string, plugins: readonly Plugin[] = []) {
  const changed: string[] = [];
  const watch: Plugin = {
    name: 'watch',
    enforce: 'post',
    // After the last transform.
    moduleParsed({ id, code }) {
      if (!id.startsWith(INSTALLED)) return;
      if (code !== readFileSync(id, 'utf8')) changed.push(id.slice(INSTALLED.length));
    },
  };
  const results = await build({
    mode,
    logLevel: 'silent',
    root: ROOT,
    build: { write: false },
    plugins: [...plugins, watch],
  });
  const [{ output }] = [results].flat() as [Rolldown.RolldownOutput];
  const [{ moduleIds }] = output;
  const bundled = moduleIds.filter((id) => id.includes('/node_modules/'));
  return { bundled: bundled.map((id) => id.slice(INSTALLED.length)), changed } as WatchedBuild;
}
