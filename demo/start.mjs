// Starts the demo shop. Node 20 cannot load TypeScript by itself, so Vite does.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const bundles = [
  'back-in-stock.js',
  'back-in-stock.amd.js',
  'back-in-stock.mjs',
  'back-in-stock.form.js',
  'back-in-stock.form.mjs',
];

/** What is kept from one start to the next. Git ignores it. */
const STATE = new URL('.state/', import.meta.url);

function stop(message) {
  console.error(message);
  process.exit(1);
}

const missing = bundles.filter((name) => !existsSync(new URL(`../dist/${name}`, import.meta.url)));
if (missing.length > 0) {
  stop(`The demo needs ${missing.map((name) => `dist/${name}`).join(', ')}. Run: npm run build`);
}

const port = Number(process.env.PORT ?? 8080);
if (!Number.isInteger(port) || port < 0 || port > 65534) {
  stop(`PORT must be a number from 0 to 65534, not "${process.env.PORT}".`);
}

const { module } = await runnerImport(fileURLToPath(new URL('server.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
});

try {
  const shop = await module.startShop({ port, folder: fileURLToPath(STATE) });
  console.log(`Demo shop: ${shop.origin}/`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    // A second signal ends the process at once.
    process.once(signal, () => shop.close().then(() => process.exit()));
  }
} catch (error) {
  if (error.code !== 'EADDRINUSE') throw error;
  stop(
    `Port ${error.port} is taken: the demo needs ${port} and ${port + 1}. Choose others: PORT=9000 npm start`,
  );
}
