// The theme's adapter is written for all three ways, and so it expects the global. RequireJS takes no
// async functions.
{
  const configuration = JSON.parse(document.currentScript.dataset.configuration);
  window.require(['backInStock'], (backInStock) => {
    window.BackInStock = backInStock;
    return import('./adapter.js').then(() => backInStock.init(configuration));
  });
}
