// `import { init } from 'magento-back-in-stock'`
export type { Handle } from '../back-in-stock.ts';
export { init } from '../back-in-stock.ts';
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
export type { Placement } from '../page/places.ts';
export type { Attribute, Option, Product, ProductKind, Variant } from '../product/product.ts';
export type { FailureReason } from '../subscribe/result.ts';
