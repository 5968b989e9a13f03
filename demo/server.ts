import { Hono } from 'hono';
import { addToCart } from './add-to-cart.ts';
import { createConsole } from './console/console-routes.ts';
import { LoopHost } from './console/loop-host.ts';
import { createShopStock } from './console/shop-stock.ts';
import { frontPage } from './front/front-page.ts';
import { createGallery } from './gallery/gallery-page.ts';
import { answerGraphql } from './graphql/answer-graphql.ts';
import { createHyvaPages } from './hyva/hyva-pages.ts';
import { listenOnLoopback } from './listen-on-loopback.ts';
import { createChangingPages } from './lists/changing-pages.ts';
import { createListPages } from './lists/list-pages.ts';
import { privacyPage } from './luma/luma-frame.ts';
import { productPage } from './luma/product-page.ts';
import { answerProductPage } from './page/answer-page.ts';
import { createSandboxPanel } from './sandbox/panel.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from './sandbox/sandbox.ts';
import { createStaticFiles } from './static-files.ts';
import { createBreeze } from './storefronts/breeze.ts';
import { createHeadless } from './storefronts/headless.ts';
import { createOwnTheme } from './storefronts/own-theme.ts';

interface ShopOptions {
  /** 0 takes a free port. With any other port, the sandbox gets the next one. Default 0. */
  readonly port?: number;
  readonly sandboxOptions?: Omit<SandboxOptions, 'record'>;
  /** Where the loop is kept. Default: it is forgotten when the shop closes. */
  readonly folder?: string | undefined;
}

export interface RunningShop {
  readonly origin: string;
  /** The address to which the pages send subscriptions, unless they use another transport. */
  readonly endpoint: string;
  readonly sandbox: Sandbox;
  readonly loop: LoopHost;
  close(): Promise<void>;
}

/** Starts the demo shop and a sandbox of Klaviyo, each on an origin of its own. */
export async function startShop(options: ShopOptions = {}): Promise<RunningShop> {
  const { port = 0, sandboxOptions = {}, folder } = options;
  // What has been started, the last first, is closed with the shop, or when the next thing cannot be started.
  const started: { close(): void | Promise<void> }[] = [];
  const close = async () => {
    for (const part of started.splice(0)) await part.close();
  };
  try {
    const loop = new LoopHost({ folder });
    started.unshift(loop);
    const sandbox = await startSandbox(port === 0 ? 0 : port + 1, {
      ...sandboxOptions,
      record: loop,
    });
    started.unshift(sandbox);
    const endpoint = `${sandbox.origin}/onsite/components/back-in-stock/subscribe`;
    const shop = await listenOnLoopback(createShop({ sandbox, endpoint, loop }), port);
    started.unshift(shop);
    return { origin: shop.origin, endpoint, sandbox, loop, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Everything on the shop's origin, by address. */
function createShop({
  sandbox,
  endpoint,
  loop,
}: Pick<RunningShop, 'sandbox' | 'endpoint' | 'loop'>): Hono {
  const shop = new Hono();
  shop.use(createShopStock(loop));
  shop.get('/', (context) => context.html(frontPage(endpoint)));
  shop.get('/shop/:page', (context) =>
    answerProductPage(context, sandbox.origin, (product, request) =>
      productPage(product, request, endpoint),
    ),
  );
  shop.get('/privacy', (context) => context.html(privacyPage()));
  shop.route('/', createListPages(sandbox, endpoint));
  shop.route('/', createChangingPages(sandbox, endpoint));
  shop.route('/', createHyvaPages(sandbox, endpoint));
  shop.route('/', createBreeze(sandbox, endpoint));
  shop.route('/', createHeadless(sandbox, endpoint));
  shop.route('/', createOwnTheme(sandbox, endpoint));
  shop.post('/checkout/cart/add/', addToCart);
  shop.post('/graphql', answerGraphql);
  // The merchant's relay, with Klaviyo behind it.
  shop.all('/back-in-stock/*', sandbox.handle);
  shop.route('/sandbox', createSandboxPanel(sandbox));
  shop.route('/loop', createConsole(loop));
  shop.route('/gallery', createGallery());
  shop.route('/', createStaticFiles());
  return shop;
}
