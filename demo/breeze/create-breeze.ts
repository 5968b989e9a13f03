import { Hono } from 'hono';
import { findProduct } from '../listing/find-product.ts';
import { answerPage } from '../pages/answer-page.ts';
import type { Way } from '../pages/page-request.ts';
import { productPage } from '../pages/product-page.ts';
import type { Sandbox } from '../sandbox/start-sandbox.ts';
import { bundleScripts } from './bundle-scripts.ts';

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
