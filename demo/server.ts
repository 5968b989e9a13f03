import { createShop } from './create-shop.ts';
import { listenOnLoopback } from './listen-on-loopback.ts';
import type { SandboxOptions } from './sandbox/sandbox-options.ts';
import { type Sandbox, startSandbox } from './sandbox/start-sandbox.ts';

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
