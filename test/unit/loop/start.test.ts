import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';

/** What `demo/start.mjs` does, without the built widget, and with a loop in memory. */
const SCRIPT = `
  import { runnerImport } from 'vite';
  const { module } = await runnerImport('demo/server.ts', { configFile: false, logLevel: 'error' });
  const shop = await module.startShop();
  const { status } = await fetch(shop.origin + '/loop');
  console.log('answered with', status);
  await shop.close();
`;

test('the demo starts without Vitest: Vite finds everything that it imports', async () => {
  const node = spawn(process.execPath, ['--input-type=module', '--eval', SCRIPT]);
  let said = '';
  for (const stream of [node.stdout, node.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const code = await new Promise((resolve) => node.on('close', resolve));
  expect(said).toBe('answered with 200\n');
  expect(code).toBe(0);
}, 60_000);
