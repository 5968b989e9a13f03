import type { Context, Next } from 'hono';
import { withStock } from '../catalogue/stock.ts';
import type { LoopHost } from './loop-host.ts';

/**
 * Lets everything that answers a request say the stock of the loop. Only a page that was asked for in a state of its own,
 * and what it asks the shop, keep the stock of the catalogue.
 */
export function createShopStock({ readStock }: LoopHost) {
  return (context: Context, next: Next): Promise<void> =>
    asksForState(context) ? next() : withStock(readStock, next);
}

/** A page that is in the full-page cache since before a restock. What it sends later names it only as the sender. */
function asksForState({ req }: Context): boolean {
  const page = req.method === 'GET' ? req.url : (req.header('referer') ?? '');
  return URL.canParse(page) && new URL(page).searchParams.has('restocked');
}
