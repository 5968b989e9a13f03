import { type ExecutionResult, GraphQLError, graphql } from 'graphql';
import { CATALOGUE, SYNTHETIC_PRODUCTS } from '../catalogue/catalogue.ts';
import type { Product } from '../catalogue/product.ts';
import type { ShopState } from './answer-graphql.ts';
import { describeItem } from './describe-item.ts';
import { SCHEMA } from './schema.ts';

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

interface FilterEqual {
  readonly eq?: string | null;
  readonly in?: readonly (string | null)[] | null;
}

/** The arguments of `products`. */
export interface ProductsArguments {
  readonly search?: string | null;
  readonly filter?: {
    readonly sku?: FilterEqual | null;
    readonly url_key?: FilterEqual | null;
  } | null;
  readonly pageSize: number;
  readonly currentPage: number;
}

function fits(value: string, filter: FilterEqual | null | undefined): boolean {
  if (filter?.eq != null && filter.eq !== value) return false;
  return filter?.in == null || filter.in.includes(value);
}

/** The children of a configurable are not found by themselves: Magento makes them invisible. */
function isWanted({ sku, page, name }: Product, { filter, search }: ProductsArguments): boolean {
  const words = search?.toLowerCase() ?? '';
  return (
    fits(sku, filter?.sku) && fits(page, filter?.url_key) && name.toLowerCase().includes(words)
  );
}

/** Answers the query `products`. */
export function queryProducts(wanted: ProductsArguments, state: ShopState) {
  const { filter, search, pageSize, currentPage } = wanted;
  if (!filter && !search) {
    throw graphqlFailure("'search' or 'filter' input argument is required.", 'graphql-input');
  }
  const found = [...CATALOGUE, ...SYNTHETIC_PRODUCTS]
    .filter((product) => isWanted(product, wanted))
    .flatMap((product) => describeItem(product, state) ?? []);
  const first = (currentPage - 1) * pageSize;
  return {
    total_count: found.length,
    items: found.slice(first, first + pageSize),
    page_info: {
      current_page: currentPage,
      page_size: pageSize,
      total_pages: Math.ceil(found.length / pageSize),
    },
  };
}

const KNOWN_CUSTOMERS = {
  klaviyo: { email: 'sam.known@example.com', firstname: 'Sam', lastname: 'Known' },
  session: { email: 'sam.session@example.com', firstname: 'Sam', lastname: 'Session' },
};

/** Answers the query `customer`: only a customer with a session is told anything. */
export function queryCustomer({ customer }: ShopState) {
  if (customer === 'none') {
    throw graphqlFailure("The current customer isn't authorized.", 'graphql-authorization');
  }
  return KNOWN_CUSTOMERS[customer];
}

/** Magento's categories of errors, which it tells in the extensions. */
type Category = 'graphql-input' | 'graphql-authorization' | 'internal';

/** An error as Magento's resolvers raise it. */
export function graphqlFailure(message: string, category: Category): GraphQLError {
  return new GraphQLError(message, { extensions: { category } });
}
