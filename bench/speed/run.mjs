// `npm run bench`. Node 20 cannot load TypeScript by itself, so Vite does. What the widget is measured beside is installed
// by the first run, in a folder of its own, so that `npm ci` stays short for everybody else.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const folder = fileURLToPath(new URL('..', import.meta.url));

if (!existsSync(`${folder}node_modules`)) {
  console.error('Installing the peers, once.');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
}
if (!existsSync(new URL('../../dist/back-in-stock.js', import.meta.url))) {
  console.error('The bench needs dist/. Run: npm run build');
  process.exit(1);
}
const { module } = await runnerImport(fileURLToPath(new URL('measure-speed.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
});
try {
  await module.measureSpeed(process.argv.slice(2));
} catch (error) {
  console.error(error);
  process.exit(1);
}
