import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Installed, installPackage, PACKAGE } from '../support/installed.ts';
import { ACCEPTED, REFUSAL, REFUSED } from '../support/klaviyo-answers.ts';
import { startServer } from '../support/server.ts';

let installed: Installed;

beforeAll(async () => {
  installed = await installPackage();
}, 120_000);

afterAll(() => installed?.remove());

/** Subscribes with the installed package in a Node process of its own. */
async function subscribe(fields: object, options: object): Promise<unknown> {
  const output = await installed.runModule(
    `import { subscribe } from '${PACKAGE}/subscribe';
    const result = await subscribe(${JSON.stringify(fields)}, ${JSON.stringify(options)});
    console.log(JSON.stringify(result));`,
  );
  return JSON.parse(output);
}

const FIELDS = { a: 'DEMO01', email: 'sam+shop@example.com', variant: '2003', store: '1' };

describe('the installed client, in Node', () => {
  test('sends a subscription byte for byte as documented', async () => {
    const server = await startServer(ACCEPTED);
    const endpoint = `${server.origin}/api/v1/catalog/subscribe`;
    expect(await subscribe(FIELDS, { endpoint })).toEqual({ ok: true });
    expect(server.requests).toMatchObject([
      {
        method: 'POST',
        path: '/api/v1/catalog/subscribe',
        body: 'a=DEMO01&email=sam%2Bshop%40example.com&variant=2003&platform=magento_two&store=1',
      },
    ]);
    expect(server.requests[0]?.headers['content-type']).toMatch(
      /^application\/x-www-form-urlencoded\b/,
    );
  });

  test('knows a refusal from other failures', async () => {
    const { endpoint } = await startServer(REFUSED);
    expect(await subscribe(FIELDS, { endpoint })).toEqual({
      ok: false,
      reason: 'refused',
      messages: [REFUSAL],
    });
  });

  test('does not keep the process alive after its result', async () => {
    const { endpoint } = await startServer(ACCEPTED);
    // A timer that is left behind would keep it until long after this test's own time-out.
    expect(await subscribe(FIELDS, { endpoint, timeout: 300_000 })).toEqual({ ok: true });
  });

  test.each([
    ['adds no global', 'undefined', 'false'],
    ['leaves the settings of a zod that is there alone', '{ localeError() {} }', 'true'],
  ])('%s', async (_name, settings, isThere) => {
    const output = await installed.runModule(
      `const key = '__zod_globalConfig';
      const settings = ${settings};
      if (settings) globalThis[key] = settings;
      const before = Reflect.ownKeys(globalThis);
      const { subscribe } = await import('${PACKAGE}/subscribe');
      await subscribe({ ...${JSON.stringify(FIELDS)}, email: '' });
      const added = Reflect.ownKeys(globalThis).filter((name) => !before.includes(name));
      console.log(JSON.stringify([added, key in globalThis, globalThis[key] === settings]));`,
    );
    expect(JSON.parse(output)).toEqual([[], isThere === 'true', true]);
  });

  test('sends nothing that cannot be right', async () => {
    const server = await startServer(ACCEPTED);
    const result = await subscribe({ ...FIELDS, email: 'sam' }, { endpoint: server.endpoint });
    expect(result).toEqual({ ok: false, reason: 'invalid', mistakes: { email: 'malformed' } });
    expect(server.requests).toEqual([]);
  });
});
