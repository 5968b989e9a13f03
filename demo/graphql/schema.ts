import { buildSchema } from 'graphql';

/** The part of Magento's schema that says what a product is and whether it is in stock; its types are Magento's. */
export const SCHEMA = buildSchema(`
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
