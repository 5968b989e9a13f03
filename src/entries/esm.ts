// `import { init } from 'magento-back-in-stock'`
import { createInit } from '../back-in-stock.ts';
import { resolveAddress } from '../request.ts';

/** Starts the widget on this page, or returns the handle of the one that runs. */
export const init = createInit(
  (formUrl, signal) =>
    new Promise((resolve, reject) => {
      // Reject on abort: without it a browser may wait minutes for a module.
      signal.addEventListener('abort', () => reject(`${formUrl || 'It'} does not come`));
      importForm(formUrl).then(({ form }) => resolve(form), reject);
    }),
);

function importForm(formUrl: string): Promise<typeof import('./form.ts')> {
  return formUrl
    ? import(/* webpackIgnore: true */ /* @vite-ignore */ resolveAddress(formUrl))
    : import('./form.ts');
}

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
