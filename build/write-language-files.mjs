// A step of `npm run build:bundles`. Node 20 cannot load TypeScript by itself, so Vite does.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const source = fileURLToPath(new URL('language-files.ts', import.meta.url));
const { module } = await runnerImport(source, { configFile: false });
module.writeLanguageFiles();
