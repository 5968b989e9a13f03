import { Hono } from 'hono';
import { findProduct } from '../listing/find-product.ts';
import { answerPage } from '../pages/answer-page.ts';
import type { Sandbox } from '../sandbox/start-sandbox.ts';
import { ownThemePage } from './own-theme-page.ts';

/** A shop whose theme the widget does not know, until an adapter tells it. */
export function createOwnTheme(sandbox: Sandbox, endpoint: string): Hono {
  const ownTheme = new Hono();
  ownTheme.get('/own-theme/:page', async (context) => {
    const product = findProduct(context.req.param('page'));
    if (!product || product.type === 'grouped' || product.type === 'bundle') {
      return context.text('This theme has no page for such a product.', 404);
    }
    return answerPage(context, sandbox.origin, (request) =>
      ownThemePage({ ...product, name: request.name ?? product.name }, request, endpoint),
    );
  });
  return ownTheme;
}
