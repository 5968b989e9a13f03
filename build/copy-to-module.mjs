// `npm run build:module`: the script of the Magento module is the built file, byte by byte. Its name ends on `.min.js`,
// so that Magento's own minifier leaves it as it is. The licences of the libraries in it go with it.
import { copyFileSync, existsSync } from 'node:fs';

const built = new URL('../dist/', import.meta.url);
const shipped = new URL('../magento/', import.meta.url);

const COPIES = {
  'back-in-stock.js': 'view/frontend/web/js/back-in-stock.min.js',
  'THIRD-PARTY.md': 'THIRD-PARTY.md',
};

for (const [from, to] of Object.entries(COPIES)) {
  if (!existsSync(new URL(from, built))) {
    console.error(`dist/${from} is missing. Run: npm run build`);
    process.exit(1);
  }
  copyFileSync(new URL(from, built), new URL(to, shipped));
}
