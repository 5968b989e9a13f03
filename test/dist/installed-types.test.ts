import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../build/bundles.ts';
import { type Installed, installPackage, PACKAGE } from '../support/installed.ts';

let installed: Installed;

beforeAll(async () => {
  installed = await installPackage();
}, 120_000);

afterAll(() => installed?.remove());

const RESOLUTIONS = [
  { module: 'nodenext', moduleResolution: 'nodenext' },
  { module: 'esnext', moduleResolution: 'bundler' },
];

/** What a merchant's developer writes with the widget; the marked lines must not compile. */
const WIDGET = `
import {
  init, registerAdapter,
  type Adapter, type EventDetail, type Handle, type Options, type ProductData, type Texts, type Variant,
} from '${PACKAGE}';
import * as everything from '${PACKAGE}';

const texts: Partial<Texts> = { submit: 'Keep me posted' };
const options: Options = {
  apiKey: 'DEMO01',
  store: 1,
  timeout: '5000',
  api: 'client',
  retries: 2,
  outbox: false,
  catalogue: '1-1',
  newsletterList: 'XyZ123',
  variantId: (variant: Variant, product) => \`\${product.sku}-\${variant.id}\`,
  trigger: { align: 'end', placement: 'before', hideAddToCart: true },
  modal: { accent: '#0a7' },
  texts,
  on: {
    failed: ({ product, variants, reason, isKept }: EventDetail) =>
      [product.name, variants.length, reason, isKept satisfies boolean | undefined],
  },
};
const handle: Handle = init(options, document.body);
const opened: Promise<boolean> = handle.open('2003');
handle.refresh();
handle.select('2003');
handle.select();
handle.destroy();
init();
const data: ProductData = {
  id: 7, name: 'Lantern', type: 'simple', variants: [{ id: '7', options: [], salable: false }],
};
init({ apiKey: 'DEMO01', product: () => data, listing: true, soldOutSwatches: false });
const adapter: Adapter = {
  matches: (area: Element) => area.querySelector('.pdp') !== null,
  read: () => data,
  readSelection: () => ({ 93: '49' }),
};
registerAdapter(adapter);
const names: Record<keyof typeof everything, unknown> = { init, registerAdapter };

// @ts-expect-error A setting that does not exist.
init({ apikey: 'DEMO01' });
// @ts-expect-error A value that does not exist.
init({ trigger: { align: 'left' } });
// @ts-expect-error A way to subscribe that does not exist.
init({ api: 'server' });
// @ts-expect-error A name that the package does not export.
import { parseConfiguration } from '${PACKAGE}';

export { names, opened, parseConfiguration };
`;

const SUBSCRIBE = `
import { subscribe, type Api, type FailureReason, type Result, type Subscription } from '${PACKAGE}/subscribe';
import * as everything from '${PACKAGE}/subscribe';

const fields: Subscription = { a: 'DEMO01', email: 'sam@example.com', variant: '2003', store: '1' };
export async function findReason(): Promise<FailureReason | 'fine'> {
  const { signal } = new AbortController();
  const api: Api = 'client';
  const result: Result = await subscribe(fields, { endpoint: 'https://example.com', timeout: 5000, signal });
  await subscribe({ ...fields, g: 'XyZ123', catalogue: '1-1' }, { api, retries: 1, onRetry() {} });
  if (result.ok) return 'fine';
  if (result.reason === 'fieldMissing') result.field.toUpperCase();
  if (result.reason === 'rateLimited') result.retryAfter satisfies number;
  if (result.reason === 'invalid') result.mistakes.email satisfies 'missing' | 'malformed' | undefined;
  return result.reason;
}
export const names: Record<keyof typeof everything, unknown> = {
  subscribe,
  CLIENT_ENDPOINT: everything.CLIENT_ENDPOINT satisfies string,
  FRONT_END_ENDPOINT: everything.FRONT_END_ENDPOINT satisfies string,
  SERVER_ENDPOINT: everything.SERVER_ENDPOINT satisfies string,
};

// @ts-expect-error A subscription without an address.
subscribe({ a: 'DEMO01', variant: '2003', store: '1' });
// @ts-expect-error A platform that is not Magento.
subscribe({ ...fields, platform: 'shopify' });
`;

describe.each(RESOLUTIONS)('types by $moduleResolution', (settings) => {
  test('know the widget in a browser', async () => {
    const lib = ['ES2022', 'DOM', 'DOM.Iterable'];
    expect(await installed.compile(WIDGET, { ...settings, lib })).toBe('');
  });

  test('know the client in a browser', async () => {
    const lib = ['ES2022', 'DOM'];
    expect(await installed.compile(SUBSCRIBE, { ...settings, lib })).toBe('');
  });

  test('know the client in Node, which has none of a browser’s types', async () => {
    const typeRoots = [join(ROOT, 'node_modules/@types')];
    const node = { lib: ['ES2023'], types: ['node'], typeRoots };
    expect(await installed.compile(SUBSCRIBE, { ...settings, ...node })).toBe('');
  });
});
