// The last step of `npm run build:bundles`. Node 20 cannot load TypeScript by itself, so Vite does.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const source = fileURLToPath(new URL('figures.ts', import.meta.url));
const { module } = await runnerImport(source, { configFile: false });
console.log(`\n${module.printFigures()}`);
