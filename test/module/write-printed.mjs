// `npm run build:printed`: what the module prints, by PHP. Node 20 cannot load TypeScript by itself, so Vite does.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const source = fileURLToPath(new URL('printed.ts', import.meta.url));
const { module } = await runnerImport(source, { configFile: false });
module.writePrinted();
