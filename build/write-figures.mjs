// `npm run build:figures`: the sizes and integrity hashes that the documents name, of what is in dist now. Node 20 cannot load
// TypeScript by itself, so Vite does.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const source = fileURLToPath(new URL('figures.ts', import.meta.url));
const { module } = await runnerImport(source, { configFile: false });
for (const name of ['README.md', 'docs/security-policy.md']) {
  const file = new URL(`../${name}`, import.meta.url);
  writeFileSync(file, module.correctFigures(readFileSync(file, 'utf8')));
}
