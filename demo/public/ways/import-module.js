import * as BackInStock from '/dist/back-in-stock.mjs';

const { dataset, textContent } = document.querySelector('#module-configuration');
if (dataset.adapter) {
  // A theme's adapter is written for all ways, and so it expects the global.
  window.BackInStock = BackInStock;
  await import(dataset.adapter);
}
BackInStock.init(JSON.parse(textContent));
