import { loadWidget } from './load-widget.js';

/** The setting `product` as an object: another product needs another widget. */
function startWithObject(init, settings) {
  let handle;
  return {
    show(product) {
      handle?.destroy();
      handle = init({ ...settings, product });
    },
    select: (variantId) => handle.select(variantId),
  };
}

/** The setting `product` as a function: one widget, which asks again when it is told to. */
function startWithFunction(init, settings) {
  let current;
  const handle = init({ ...settings, product: () => current });
  return {
    show(product) {
      current = product;
      // What was chosen was a variant of the product before.
      handle.select();
      handle.refresh();
    },
    select: (variantId) => handle.select(variantId),
  };
}

/** Starts the widget on a storefront that says itself what its product is and what was chosen. */
export async function startWidget({ way, form, settings }) {
  if (way === 'none') return { show() {}, select() {} };
  const start = form === 'function' ? startWithFunction : startWithObject;
  return start(await loadWidget(way), settings);
}
