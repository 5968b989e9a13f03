import { expect, test } from 'vitest';
import { parseModuleXml } from '../../build/module/module-files.ts';
import { TRANSPORTS } from '../../src/subscribe/transports.ts';

const SHOP = 'https://shop.example';

/** What has to be allowed beside the shop itself. */
const OTHERS = Object.values(TRANSPORTS)
  .map(({ endpoint }) => new URL(endpoint, SHOP).origin)
  .filter((origin) => origin !== SHOP);

test('the policy of the shop lets the widget talk to where it sends, and to nobody else', () => {
  const { policy } = parseModuleXml('etc/csp_whitelist.xml').csp_whitelist.policies;
  // biome-ignore lint/suspicious/noExplicitAny: as parsed; the schema says what it holds.
  const allowed = policy.map(({ '@id': id, values }: any) => [
    id,
    values.value.map((value: Record<string, string>) => [value['@type'], value['#text']]),
  ]);
  expect(allowed).toEqual([['connect-src', [...new Set(OTHERS)].map((host) => ['host', host])]]);
});
