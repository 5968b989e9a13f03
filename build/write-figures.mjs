// `npm run build:figures`: README's size and integrity hashes, of what is in dist now. Node 20 cannot load
// TypeScript by itself, so Vite does.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const source = fileURLToPath(new URL('figures.ts', import.meta.url));
const { module } = await runnerImport(source, { configFile: false });
const readme = new URL('../README.md', import.meta.url);
writeFileSync(readme, module.correctFigures(readFileSync(readme, 'utf8')));
