import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { findProduct } from '../catalogue/catalogue.ts';
import { productPage } from '../luma/product-page.ts';
import { answerPage } from '../page/answer-page.ts';
import type { Way } from '../page/page-request.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** The ways that need RequireJS, which no Breeze page has. */
const WAYS_OF_LUMA: readonly Way[] = ['requirejs', 'mage-init', 'require'];

/** Product pages with Luma's markup and Breeze's scripts: no RequireJS, and nothing in jQuery's data. */
export function createBreeze(sandbox: Sandbox, endpoint: string): Hono {
  const breeze = new Hono();
  breeze.get('/breeze/:page', async (context) => {
    const product = findProduct(context.req.param('page'));
    if (!product) return context.text('There is no such product.', 404);
    return answerPage(context, sandbox.origin, (request) => {
      const way = WAYS_OF_LUMA.includes(request.way) ? 'script' : request.way;
      const named = { ...product, name: request.name ?? product.name };
      return productPage(named, { ...request, way, isBreeze: true }, endpoint);
    });
  });
  breeze.get('/static/breeze/bundle.js', async (context) =>
    context.body(await bundleScripts(), 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  return breeze;
}

/** The components of a product page, each after those that it needs. */
const MODULES = [
  'luma/preselection',
  'luma/show-variant',
  'luma/swatch-markup',
  'luma/disable-swatches',
  'luma/swatch-renderer',
  'luma/configurable',
  'luma/catalog-add-to-cart',
];

/** Takes the components in the way in which RequireJS would; what they need of jQuery is the bundle's own. */
const HEAD = `const engine = window.jQuery.noConflict(true);
const made = new Map([['jquery', engine]]);
const takeAs = (name) => (needs, make) => {
  const isAlone = typeof needs === 'function';
  made.set(name, isAlone ? needs() : make(...needs.map((need) => made.get(need))));
};
`;

const readScript = (name: string): Promise<string> =>
  readFile(new URL(`../public/${name}.js`, import.meta.url), 'utf8');

/**
 * One file, as Breeze serves it. Its components do here what Luma's do, so they are made of the same files; the
 * `define` around them is the bundle's own, and the page has none.
 */
export async function bundleScripts(): Promise<string> {
  const modules = await Promise.all(
    MODULES.map(
      async (name) => `{\nconst define = takeAs('${name}');\n${await readScript(name)}}\n`,
    ),
  );
  return `(() => {\n${HEAD}${modules.join('')}${await readScript('breeze/start')}})();\n`;
}
