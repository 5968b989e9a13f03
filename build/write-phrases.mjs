// `npm run build:phrases`: the module's phrases in English. Node 20 cannot load TypeScript by itself, so Vite does.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const source = fileURLToPath(new URL('phrases.ts', import.meta.url));
const { module } = await runnerImport(source, { configFile: false });
writeFileSync(new URL('../magento/i18n/en_US.csv', import.meta.url), module.printPhrases());
