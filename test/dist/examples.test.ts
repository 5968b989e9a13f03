import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { findBundle, ROOT } from '../../build/bundles.ts';
import { SERVER_ENDPOINT } from '../../src/entries/subscribe.ts';
import { readExample } from '../support/examples.ts';

const run = promisify(execFile);

/** Runs code in Node as a module that can import the package by its name. */
async function runModule(code: string): Promise<string> {
  findBundle('subscribe.mjs');
  const options = ['--input-type=module', '--eval', code];
  return (await run(process.execPath, options, { cwd: ROOT })).stdout;
}

/** Answers every request as Klaviyo does, and prints what was sent. */
const answer = (body: object) => `
  globalThis.fetch = async (address, { body }) => {
    console.log(String(address), String(body));
    return new Response('${JSON.stringify(body)}');
  };
`;

test('the example for Node subscribes at the server’s endpoint', async () => {
  const output = await runModule(answer({ success: true }) + readExample('subscribe in Node'));
  expect(output.trim()).toBe(
    `${SERVER_ENDPOINT} a=ABC123&email=sam%40example.com&variant=64814&platform=magento_two&store=1`,
  );
});

test('the example for Node prints the reason of a refusal', async () => {
  const refusal = { errors: ['invalid'], success: false };
  const output = await runModule(answer(refusal) + readExample('subscribe in Node'));
  expect(output.trim().split('\n').at(-1)).toBe('refused');
});
