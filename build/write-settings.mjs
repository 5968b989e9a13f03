// `npm run build:settings`: writes what the comments, types and defaults in src/configuration say of each setting into the
// documents and the module. Node 20 cannot load TypeScript by itself, so Vite does.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const source = fileURLToPath(new URL('settings/generated.ts', import.meta.url));
const { module } = await runnerImport(source, { configFile: false });
for (const [name, renew] of Object.entries(module.GENERATED)) {
  const file = new URL(`../${name}`, import.meta.url);
  writeFileSync(file, renew(readFileSync(file, 'utf8')));
}
