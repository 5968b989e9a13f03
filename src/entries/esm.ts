// `import { init } from 'magento-back-in-stock'`
import { createInit } from '../back-in-stock.ts';
import { resolveAddress } from '../resolve-address.ts';

/** Starts the widget on this page, or gives the handle of the one that runs. */
export const init = createInit(async (formUrl) => {
  const file: typeof import('./form.ts') = formUrl
    ? await import(/* webpackIgnore: true */ /* @vite-ignore */ resolveAddress(formUrl))
    : await import('./form.ts');
  return file.form;
});

export type { Handle } from '../back-in-stock.ts';
export { registerAdapter } from '../back-in-stock.ts';
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
