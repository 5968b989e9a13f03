import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Context, Hono } from 'hono';
import { addToCart } from './add-to-cart.ts';
import { findProduct } from './catalogue/catalogue.ts';
import { frontPage } from './front/front-page.ts';
import { answerGraphql } from './graphql/answer-graphql.ts';
import { createHyvaPages } from './hyva/hyva-pages.ts';
import { listenOnLoopback } from './listen-on-loopback.ts';
import { createListing } from './lists/list-pages.ts';
import { privacyPage } from './luma/page-frame.ts';
import { productPage } from './luma/product-page.ts';
import { securityPolicy } from './page/answer-page.ts';
import { readPageRequest } from './page/page-request.ts';
import { createSandboxPanel } from './sandbox/panel.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from './sandbox/sandbox.ts';
import { MODULE_FILES, readProductImage, serveFolder, serveModule } from './static-files.ts';
import { createBreeze } from './storefronts/breeze.ts';
import { createHeadless } from './storefronts/headless.ts';
import { createOwnTheme } from './storefronts/own-theme.ts';

export interface ShopOptions {
  /** 0 takes a free port. With any other one the sandbox gets the next. Default 0. */
  readonly port?: number;
  readonly sandboxOptions?: SandboxOptions;
}

export interface RunningShop {
  readonly origin: string;
  /** Where the pages send subscriptions to, unless they are told another transport. */
  readonly endpoint: string;
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

/** Starts the demo shop and a sandbox of Klaviyo, each on an origin of its own. */
export async function startShop(options: ShopOptions = {}): Promise<RunningShop> {
  const { port = 0, sandboxOptions = {} } = options;
  const sandbox = await startSandbox(port === 0 ? 0 : port + 1, sandboxOptions);
  const endpoint = `${sandbox.origin}/onsite/components/back-in-stock/subscribe`;
  try {
    const shop = await listenOnLoopback(createShop(sandbox, endpoint), port);
    return {
      origin: shop.origin,
      endpoint,
      sandbox,
      close: async () => {
        await shop.close();
        await sandbox.close();
      },
    };
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

const { resolve } = createRequire(import.meta.url);

/** Scripts that a shop has from elsewhere, by the name under which the pages load them. */
const LIBRARIES: Readonly<Record<string, string>> = {
  'require.js': resolve('requirejs/require.js'),
  'jquery.js': resolve('jquery'),
};

async function showProduct(context: Context, sandbox: Sandbox, endpoint: string) {
  const product = findProduct(context.req.param('page'));
  if (!product) return context.text('There is no such product.', 404);
  try {
    const request = readPageRequest(new URL(context.req.url).searchParams);
    if (request.hasStrictPolicy) {
      context.header('Content-Security-Policy', securityPolicy(request, sandbox.origin));
    }
    const named = { ...product, name: request.name ?? product.name };
    return context.html(productPage(named, request, endpoint));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return context.text(`"options" must be a JSON object: ${error.message}.`, 400);
  }
}

/** The demo shop: its front page, its product pages and the files they need. */
export function createShop(sandbox: Sandbox, endpoint: string): Hono {
  const shop = new Hono();
  shop.get('/', (context) => context.html(frontPage(endpoint)));
  shop.get('/shop/:page', (context) => showProduct(context, sandbox, endpoint));
  shop.get('/privacy', (context) => context.html(privacyPage()));
  shop.route('/', createHyvaPages(sandbox, endpoint));
  shop.route('/', createBreeze(sandbox, endpoint));
  shop.route('/', createListing(sandbox, endpoint));
  shop.route('/', createHeadless(sandbox, endpoint));
  shop.route('/', createOwnTheme(sandbox, endpoint));
  shop.post('/checkout/cart/add/', addToCart);
  shop.post('/graphql', answerGraphql);
  // The merchant's relay, and Klaviyo behind it.
  shop.all('/back-in-stock/*', sandbox.handle);
  shop.route('/sandbox', createSandboxPanel(sandbox));
  shop.get('/media/catalog/product/:file', async (context) => {
    const image = await readProductImage(context.req.param('file'));
    if (image === undefined) return context.notFound();
    return context.body(image, 200, { 'Content-Type': 'image/svg+xml' });
  });
  shop.get('/static/:library{(require|jquery)\\.js}', async (context) => {
    const library = LIBRARIES[context.req.param('library')];
    if (!library) return context.notFound();
    return context.body(await readFile(library, 'utf8'), 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
    });
  });
  shop.get(`${MODULE_FILES}/*`, serveModule);
  shop.get('/static/*', serveFolder(new URL('public/', import.meta.url), '/static'));
  shop.get('/favicon.svg', serveFolder(new URL('public/', import.meta.url), ''));
  shop.get('/favicon.ico', (context) => context.redirect('/favicon.svg'));
  shop.get('/dist/*', serveFolder(new URL('../dist/', import.meta.url), '/dist'));
  return shop;
}
