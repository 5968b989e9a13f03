// `import { init } from 'magento-back-in-stock'`
import { createInit, type Init } from '../back-in-stock.ts';
import { log } from '../guard.ts';
import { resolveAddress } from '../request.ts';

const start = createInit(
  (formUrl, signal) =>
    new Promise((resolve, reject) => {
      // Reject on abort: without it a browser may wait minutes for a module.
      signal.addEventListener('abort', () => reject(`${formUrl || 'It'} does not come`));
      importForm(formUrl).then(({ form }) => resolve(form), reject);
    }),
);

/** Starts the widget on this page, or returns the handle of the one that runs. */
export const init: Init = (options, element) => {
  if (options?.locale && options.locale !== 'off') {
    log(
      'an ES module loads no "locale". Import its file from locales/ and give it as "texts".',
      'warn',
    );
  }
  return start(options, element);
};

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
