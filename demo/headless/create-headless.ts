import { Hono } from 'hono';
import { findProduct } from '../listing/find-product.ts';
import { answerPage } from '../pages/answer-page.ts';
import type { Sandbox } from '../sandbox/start-sandbox.ts';
import { describePage } from './describe-page.ts';
import { headlessPage } from './headless-page.ts';

/** A storefront that has nothing of Magento but its data. */
export function createHeadless(sandbox: Sandbox, endpoint: string): Hono {
  const headless = new Hono();
  headless.get('/headless/:page', async (context) => {
    if (!findProduct(context.req.param('page'))) {
      return context.text('There is no such product.', 404);
    }
    const form = context.req.query('product') === 'function' ? 'function' : 'object';
    return answerPage(context, sandbox.origin, (request) => headlessPage(request, form, endpoint));
  });
  headless.get('/headless-data/:page', (context) => {
    const product = findProduct(context.req.param('page'));
    return product ? context.json(describePage(product)) : context.notFound();
  });
  return headless;
}
