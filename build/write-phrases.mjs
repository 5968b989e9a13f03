// `npm run build:phrases`: the module's phrases in English, and those of shoppers in every language of `locales/`. Node 20 cannot load TypeScript by itself, so Vite does.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const source = fileURLToPath(new URL('phrases.ts', import.meta.url));
const { module } = await runnerImport(source, { configFile: false });
for (const [path, phrases] of module.printAllPhrases()) {
  writeFileSync(new URL(`../magento/${path}`, import.meta.url), phrases);
}
