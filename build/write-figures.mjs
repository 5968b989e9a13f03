// `npm run build:figures`: writes the sizes and integrity hashes of dist into the documents that name them. Node 20 cannot
// load TypeScript by itself, so Vite does.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const source = fileURLToPath(new URL('figures.ts', import.meta.url));
const { module } = await runnerImport(source, { configFile: false });
for (const name of ['README.md', 'docs/security-policy.md']) {
  const file = new URL(`../${name}`, import.meta.url);
  writeFileSync(file, module.correctFigures(readFileSync(file, 'utf8')));
}
