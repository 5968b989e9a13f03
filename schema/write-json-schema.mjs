// `npm run build:schema`. Node 20 cannot load TypeScript by itself, so Vite does.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const source = fileURLToPath(new URL('print-json-schema.ts', import.meta.url));
const { module } = await runnerImport(source, { configFile: false });
writeFileSync(new URL('product-data.schema.json', import.meta.url), module.printJsonSchema());
