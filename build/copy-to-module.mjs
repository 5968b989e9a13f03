// `npm run build:module`: the scripts of the Magento module are the built files, byte by byte. Their names end on `.min.js`,
// so that Magento's own minifier leaves them as they are. The licences of the libraries in them go with them.
import { copyFileSync, existsSync } from 'node:fs';

const built = new URL('../dist/', import.meta.url);
const shipped = new URL('../magento/', import.meta.url);

const COPIES = {
  'back-in-stock.js': 'view/frontend/web/js/back-in-stock.min.js',
  'back-in-stock.form.js': 'view/frontend/web/js/back-in-stock.form.min.js',
  'THIRD-PARTY.md': 'THIRD-PARTY.md',
};

for (const [from, to] of Object.entries(COPIES)) {
  if (!existsSync(new URL(from, built))) {
    console.error(`dist/${from} is missing. Run: npm run build`);
    process.exit(1);
  }
  copyFileSync(new URL(from, built), new URL(to, shipped));
}
