import { at, readText } from '../product/product-data.ts';
import { request } from '../request.ts';

/** How to reach the shop's GraphQL. */
export interface ShopAccess {
  /** Its address, on the shop's own origin. */
  readonly graphql: string;
  /** Code of the store view, if known; without it the shop's cookies decide. */
  readonly storeCode?: string | undefined;
  /** When a request times out, in milliseconds. */
  readonly timeout: number;
}

/** An answer of GraphQL: it may contain both data and errors. */
export interface ShopAnswer {
  readonly data?: unknown;
  readonly errors?: unknown;
}

/** Queries the shop's own GraphQL with the shopper's session. Rejects when no answer comes, or it is not JSON. */
export async function askShop(
  { graphql, storeCode, timeout }: ShopAccess,
  query: string,
  variables?: object,
): Promise<ShopAnswer> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (storeCode) headers.Store = storeCode;
  const body = JSON.stringify({ query, variables });
  const answer = await request(graphql, { headers, body, timeout });
  try {
    return Object(JSON.parse(answer.body));
  } catch {
    throw new SyntaxError(`HTTP ${answer.status} of ${graphql} is no JSON`);
  }
}

/** Returns the logged-in shopper's e-mail address from the shop's GraphQL; empty for a guest. Never rejects. */
export async function askCustomerEmail(shop: ShopAccess): Promise<string> {
  try {
    const { data } = await askShop(shop, '{customer{email}}');
    return readText(at(at(data, 'customer'), 'email'));
  } catch {
    // The shop answers a guest with an error, which is normal and not logged.
    return '';
  }
}
