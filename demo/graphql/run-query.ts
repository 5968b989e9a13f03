import { type ExecutionResult, type GraphQLError, graphql } from 'graphql';
import { graphqlFailure } from './graphql-failure.ts';
import { queryCustomer } from './query-customer.ts';
import { type ProductsArguments, queryProducts } from './query-products.ts';
import { SCHEMA } from './schema.ts';
import type { ShopState } from './shop-state.ts';

/** What a client sends. */
export interface GraphqlQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Magento names a category for every error; those of the query itself have the plain one. */
function printError(error: GraphQLError) {
  const { message, locations, path, extensions } = error.toJSON();
  const category = extensions?.category ?? 'graphql';
  return { message, locations, path, extensions: { category } };
}

function createResolvers(state: ShopState) {
  const fail = () => {
    throw graphqlFailure('Internal server error', 'internal');
  };
  if (state.mode === 'error') return { products: fail, customer: fail };
  return {
    products: (wanted: ProductsArguments) =>
      state.mode === 'empty'
        ? {
            total_count: 0,
            items: [],
            page_info: { current_page: 1, page_size: 20, total_pages: 0 },
          }
        : queryProducts(wanted, state),
    customer: () => queryCustomer(state),
  };
}

/** Asks the schema, and gives the answer in the form that Magento prints. */
export async function runQuery({ query, variables }: GraphqlQuestion, state: ShopState) {
  const { data, errors }: ExecutionResult = await graphql({
    schema: SCHEMA,
    source: query,
    variableValues: variables,
    rootValue: createResolvers(state),
  });
  return {
    ...(errors && { errors: errors.map(printError) }),
    ...(data !== undefined && { data }),
  };
}
