// What Magento makes of all files requirejs-config.js. The line with `backInStock` is the merchant's.
window.require.config({
  // As `Magento_Theme` sets it: RequireJS waits for its modules however long they take.
  waitSeconds: 0,
  baseUrl: '/static',
  map: { '*': { backInStock: 'js/back-in-stock.amd' } },
  paths: {
    'js/back-in-stock.amd': '/dist/back-in-stock.amd',
    'mage/apply': 'luma/mage-apply',
    'Magento_Swatches/js/swatch-renderer': 'luma/swatch-renderer',
    'Magento_Catalog/js/catalog-add-to-cart': 'luma/catalog-add-to-cart',
    configurable: 'luma/configurable',
  },
});
