import { graphqlFailure } from './graphql-failure.ts';
import type { ShopState } from './shop-state.ts';

const CUSTOMERS = {
  klaviyo: { email: 'sam.known@example.com', firstname: 'Sam', lastname: 'Known' },
  session: { email: 'sam.session@example.com', firstname: 'Sam', lastname: 'Session' },
};

/** Answers the query `customer`: only a customer with a session is told anything. */
export function queryCustomer({ customer }: ShopState) {
  if (customer === 'none') {
    throw graphqlFailure("The current customer isn't authorized.", 'graphql-authorization');
  }
  return CUSTOMERS[customer];
}
