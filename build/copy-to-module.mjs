// `npm run build:module`: the script of the Magento module is the built file, byte by byte. Its name ends on `.min.js`,
// so that Magento's own minifier leaves it as it is.
import { copyFileSync, existsSync } from 'node:fs';

const built = new URL('../dist/back-in-stock.js', import.meta.url);
const shipped = new URL('../magento/view/frontend/web/js/back-in-stock.min.js', import.meta.url);

if (!existsSync(built)) {
  console.error('dist/back-in-stock.js is missing. Run: npm run build');
  process.exit(1);
}
copyFileSync(built, shipped);
