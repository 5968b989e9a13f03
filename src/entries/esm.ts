// `import { init } from 'magento-back-in-stock'`
export type { Handle } from '../back-in-stock.ts';
export { init, registerAdapter } from '../back-in-stock.ts';
export type {
  Callbacks,
  EventDetail,
  EventName,
  ModalOptions,
  Options,
  TriggerOptions,
  VariantIdFunction,
} from '../configuration/options.ts';
export type { Texts } from '../configuration/texts.ts';
export type { Adapter, SoldOutOption } from '../page/adapter.ts';
export type { Placement } from '../page/places.ts';
export type { Attribute, Option, Product, Selection, Variant } from '../product/product.ts';
export type { ProductData } from '../product/product-data.ts';
export type { FailureReason } from '../subscribe/result.ts';
