// `npm run gallery`: takes the pictures of the demo's gallery, and copies those of the README. Node 20 cannot load TypeScript
// by itself, so Vite does.
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const source = fileURLToPath(new URL('take-pictures.ts', import.meta.url));
const { module } = await runnerImport(source, { configFile: false, logLevel: 'error' });
const folder = new URL('../demo/.gallery/', import.meta.url);
await module.takePictures(fileURLToPath(folder), (name) => console.log(name));
for (const [picture, document] of Object.entries(module.DOCUMENTED_PICTURES)) {
  copyFileSync(new URL(picture, folder), new URL(`../docs/${document}`, import.meta.url));
}
console.log('npm start shows them on the page /gallery.');
