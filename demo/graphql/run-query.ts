import { buildSchema, type ExecutionResult, GraphQLError, graphql } from 'graphql';
import { EVERY_PRODUCT } from '../catalogue/catalogue.ts';
import type { Product } from '../catalogue/product.ts';
import type { ShopState } from './answer-graphql.ts';
import { describeItem } from './describe-item.ts';

/** What a client sends to GraphQL. */
export interface GraphqlQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Runs a query, and returns the answer as Magento prints it. */
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

interface FilterEqual {
  readonly eq?: string | null;
  readonly in?: readonly (string | null)[] | null;
}

/** The arguments of the query `products`. */
interface ProductsArguments {
  readonly search?: string | null;
  readonly filter?: {
    readonly sku?: FilterEqual | null;
    readonly url_key?: FilterEqual | null;
  } | null;
  readonly pageSize: number;
  readonly currentPage: number;
}

function queryProducts(wanted: ProductsArguments, state: ShopState) {
  const { filter, search, pageSize, currentPage } = wanted;
  if (!filter && !search) {
    throw graphqlFailure("'search' or 'filter' input argument is required.", 'graphql-input');
  }
  const found = EVERY_PRODUCT.filter((product) => isWanted(product, wanted)).flatMap(
    (product) => describeItem(product, state) ?? [],
  );
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

/** Whether a search finds the product. It never finds children, because Magento makes them invisible. */
function isWanted({ sku, page, name }: Product, { filter, search }: ProductsArguments): boolean {
  const words = search?.toLowerCase() ?? '';
  return (
    fits(sku, filter?.sku) && fits(page, filter?.url_key) && name.toLowerCase().includes(words)
  );
}

function fits(value: string, filter: FilterEqual | null | undefined): boolean {
  if (filter?.eq != null && filter.eq !== value) return false;
  return filter?.in == null || filter.in.includes(value);
}

const KNOWN_CUSTOMERS = {
  klaviyo: { email: 'sam.known@example.com', firstname: 'Sam', lastname: 'Known' },
  session: { email: 'sam.session@example.com', firstname: 'Sam', lastname: 'Session' },
};

/** Only customers with a session get an answer. */
function queryCustomer({ customer }: ShopState) {
  if (customer === 'none') {
    throw graphqlFailure("The current customer isn't authorized.", 'graphql-authorization');
  }
  return KNOWN_CUSTOMERS[customer];
}

/** Magento writes the category of an error into its extensions. */
type Category = 'graphql-input' | 'graphql-authorization' | 'internal';

/** An error as Magento's resolvers throw it. */
function graphqlFailure(message: string, category: Category): GraphQLError {
  return new GraphQLError(message, { extensions: { category } });
}

/** Magento gives every error a category. Errors in the query itself have the category `graphql`. */
function printError(error: GraphQLError) {
  const { message, locations, path, extensions } = error.toJSON();
  const category = extensions?.category ?? 'graphql';
  return { message, locations, path, extensions: { category } };
}

/** The part of Magento's schema that describes products and their stock. Its types are Magento's. */
const SCHEMA = buildSchema(`
type Query {
  products(search: String, filter: ProductAttributeFilterInput, pageSize: Int = 20, currentPage: Int = 1): Products
  customer: Customer
}

input FilterEqualTypeInput { eq: String in: [String] }

input ProductAttributeFilterInput { sku: FilterEqualTypeInput url_key: FilterEqualTypeInput }

type Products { items: [ProductInterface] total_count: Int page_info: SearchResultPageInfo }

type SearchResultPageInfo { current_page: Int page_size: Int total_pages: Int }

enum ProductStockStatus { IN_STOCK OUT_OF_STOCK }

interface ProductInterface {
  id: Int uid: ID! sku: String name: String url_key: String type_id: String stock_status: ProductStockStatus
}

type SimpleProduct implements ProductInterface {
  id: Int uid: ID! sku: String name: String url_key: String type_id: String stock_status: ProductStockStatus
}

type VirtualProduct implements ProductInterface {
  id: Int uid: ID! sku: String name: String url_key: String type_id: String stock_status: ProductStockStatus
}

type DownloadableProduct implements ProductInterface {
  id: Int uid: ID! sku: String name: String url_key: String type_id: String stock_status: ProductStockStatus
}

type ConfigurableProduct implements ProductInterface {
  id: Int uid: ID! sku: String name: String url_key: String type_id: String stock_status: ProductStockStatus
  configurable_options: [ConfigurableProductOptions]
  variants: [ConfigurableVariant]
}

type ConfigurableProductOptions {
  uid: ID! attribute_id: String attribute_id_v2: Int attribute_uid: ID! attribute_code: String label: String
  position: Int use_default: Boolean product_id: Int values: [ConfigurableProductOptionsValues]
}

type ConfigurableProductOptionsValues {
  value_index: Int uid: ID label: String default_label: String store_label: String use_default_value: Boolean
}

type ConfigurableVariant { attributes: [ConfigurableAttributeOption] product: SimpleProduct }

type ConfigurableAttributeOption { code: String label: String value_index: Int uid: ID! }

type GroupedProduct implements ProductInterface {
  id: Int uid: ID! sku: String name: String url_key: String type_id: String stock_status: ProductStockStatus
  items: [GroupedProductItem]
}

type GroupedProductItem { qty: Float position: Int product: ProductInterface }

type BundleProduct implements ProductInterface {
  id: Int uid: ID! sku: String name: String url_key: String type_id: String stock_status: ProductStockStatus
  items: [BundleItem]
}

type BundleItem { option_id: Int uid: ID title: String required: Boolean position: Int sku: String options: [BundleItemOption] }

type BundleItemOption { id: Int uid: ID! quantity: Float position: Int label: String product: ProductInterface }

type Customer { email: String firstname: String lastname: String }
`);
