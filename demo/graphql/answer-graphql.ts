import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from 'hono';
import type { StoreSettings } from '../catalogue/configuration.ts';
import { CUSTOMERS, oneOf } from '../page/page-request.ts';
import { type GraphqlQuestion, runQuery } from './run-query.ts';

const STORES = ['default', 'de'];

const SLOW_MILLISECONDS = 1500;

/** The status with which Magento before 2.4.8 answers a request that it refuses before it runs the query. */
const REFUSED = 500;

/**
 * Replaces Magento's `/graphql`, in the state that the address of the asking page describes. Without CORS headers only
 * the shop's own pages can read the answers.
 */
export async function answerGraphql(context: Context): Promise<Response> {
  const state = readShopState(context.req.header('referer'));
  context.header('Cache-Control', 'no-store');
  switch (state.mode) {
    case '500':
      return refuse(context, 'Internal server error', 'internal');
    case 'html':
      return context.html(
        '<!doctype html><title>Maintenance</title><h1>We will be back soon.</h1>',
      );
    case 'blank':
      return context.body('');
    case 'hang':
      await waitForDeparture(context.req.raw);
      return context.body(null, 204);
    case 'slow':
      await wait(SLOW_MILLISECONDS, undefined, { ref: false });
  }
  const store = context.req.header('store')?.trim();
  if (store && !STORES.includes(store)) {
    return refuse(context, 'Requested store is not found', 'graphql-input');
  }
  const question = await readQuestion(context);
  if (!question) return refuse(context, 'Unable to parse the request.', 'graphql');
  const answer = JSON.stringify(await runQuery(question, state));
  const body = state.mode === 'broken' ? answer.slice(0, answer.length / 2) : answer;
  return context.body(body, 200, { 'Content-Type': 'application/json' });
}

function refuse(context: Context, message: string, category: string): Response {
  return context.json({ errors: [{ message, extensions: { category } }] }, REFUSED);
}

async function readQuestion(context: Context): Promise<GraphqlQuestion | undefined> {
  try {
    const { query, variables } = Object(await context.req.json());
    return { query: String(query ?? ''), variables: Object(variables) };
  } catch {
    return undefined;
  }
}

/** Resolves when the client goes away. */
function waitForDeparture({ signal }: Request): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/**
 * How GraphQL behaves: `empty` finds nothing, `blank` has no body, `hang` never answers, and `broken` is JSON that breaks
 * off.
 */
export const GRAPHQL_MODES = [
  'ok',
  'empty',
  'blank',
  'error',
  '500',
  'html',
  'slow',
  'hang',
  'broken',
] as const;

/** The shop as GraphQL knows it. A page from the full-page cache may show an older state. */
export interface ShopState {
  readonly stock: StoreSettings['stock'];
  readonly mode: (typeof GRAPHQL_MODES)[number];
  /** Whether this product came back in stock after the page was cached. */
  readonly isRestocked: (id: string) => boolean;
  readonly customer: (typeof CUSTOMERS)[number];
}

/** Reads the state of the shop from the address of the asking page. */
function readShopState(referer: string | undefined): ShopState {
  const parameters = readParameters(referer);
  const restocked = parameters.get('restocked') ?? '';
  const ids = restocked.split(',').map((id) => id.trim());
  return {
    stock: oneOf(['shown', 'hidden'], parameters.get('stock')),
    mode: oneOf(GRAPHQL_MODES, parameters.get('graphql')),
    isRestocked: (id) => restocked === 'all' || ids.includes(id),
    customer: oneOf(CUSTOMERS, parameters.get('customer')),
  };
}

function readParameters(referer = ''): URLSearchParams {
  return URL.canParse(referer) ? new URL(referer).searchParams : new URLSearchParams();
}
