import { at, readText } from '../product/product-data.ts';
import { request } from '../request.ts';

/** How the shop's GraphQL is asked. */
export interface Shop {
  /** Its address, on the shop's own origin. */
  readonly graphql: string;
  /** Code of the store view, if it is known; the shop's cookies decide otherwise. */
  readonly storeCode?: string | undefined;
  /** How long an answer is waited for, in milliseconds. */
  readonly timeout: number;
}

/** An answer of GraphQL: it may hold data beside errors. */
export interface ShopAnswer {
  readonly data?: unknown;
  readonly errors?: unknown;
}

/** Asks the shop's own GraphQL, with the shopper's session. Rejects when no answer comes that is JSON. */
export async function askShop(
  { graphql, storeCode, timeout }: Shop,
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

/** The e-mail address of the shopper who is logged in, from the shop's GraphQL; empty for a guest. Never rejects. */
export async function askCustomerEmail(shop: Shop): Promise<string> {
  try {
    const { data } = await askShop(shop, '{customer{email}}');
    return readText(at(at(data, 'customer'), 'email'));
  } catch {
    // To a guest the shop answers with an error, which is nothing to be told.
    return '';
  }
}
