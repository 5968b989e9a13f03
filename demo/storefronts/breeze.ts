import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { productPage } from '../luma/product-page.ts';
import { answerProductPage } from '../page/answer-page.ts';
import { replaceRequireJs } from '../page/page-request.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** Product pages with Luma's markup and Breeze's scripts: no RequireJS, and nothing in jQuery's data. */
export function createBreeze(sandbox: Sandbox, endpoint: string): Hono {
  const breeze = new Hono();
  breeze.get('/breeze/:page', (context) =>
    answerProductPage(context, sandbox.origin, (product, request) =>
      productPage(
        product,
        { ...request, way: replaceRequireJs(request.way), isBreeze: true },
        endpoint,
      ),
    ),
  );
  breeze.get('/static/breeze/bundle.js', async (context) =>
    context.body(await bundleScripts(), 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  return breeze;
}

/** The components of a product page, each after the components that it needs. */
const COMPONENTS = [
  'luma/product-options',
  'luma/swatch-renderer',
  'luma/configurable',
  'luma/catalog-add-to-cart',
];

/** Defines the components as RequireJS would. Their jQuery belongs to the bundle alone. */
const HEAD = `const engine = window.jQuery.noConflict(true);
const made = new Map([['jquery', engine]]);
const takeAs = (name) => (needs, make) => {
  const isAlone = typeof needs === 'function';
  made.set(name, isAlone ? needs() : make(...needs.map((need) => made.get(need))));
};
`;

/**
 * One file, as Breeze serves it. Its components do what Luma's do, so it is made of Luma's files. The `define` around
 * them exists only in the bundle, not on the page.
 */
async function bundleScripts(): Promise<string> {
  const components = await Promise.all(
    COMPONENTS.map(
      async (name) => `{\nconst define = takeAs('${name}');\n${await readScript(name)}}\n`,
    ),
  );
  return `(() => {\n${HEAD}${components.join('')}${await readScript('breeze/start')}})();\n`;
}

function readScript(name: string): Promise<string> {
  return readFile(new URL(`../public/${name}.js`, import.meta.url), 'utf8');
}
