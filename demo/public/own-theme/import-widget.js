import * as BackInStock from '/dist/back-in-stock.mjs';

// The theme's adapter is written for all three ways, and so it expects the global.
window.BackInStock = BackInStock;
await import('./adapter.js');
BackInStock.init(JSON.parse(document.querySelector('#module-configuration').textContent));
