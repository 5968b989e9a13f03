// Starts Luma's scripts with the times of a real shop: jQuery comes after DOMContentLoaded, the x-magento-init
// scripts are gone at `load`, and the components start seconds later.
{
  const delay = Number(document.currentScript.dataset.delay);
  // RequireJS waits a moment before it loads anything. The page could be complete by then, and `mage/apply`
  // would remove the scripts after `load`.
  window.require.s.contexts._.nextTick = (run) => run();

  // Magento's wish list handles changes of the form at the body and stops the native `change` there.
  define('Magento_Wishlist/js/add-to-wishlist', ['jquery'], ($) => () => {
    $('body').on('change', '#product_addtocart_form :input', (event) => {
      event.stopPropagation();
    });
  });

  // Magento keeps this data for lists of products seen lately. Here it only has to be in the page.
  define('Magento_Catalog/js/product/view/provider', () => () => {});

  document.addEventListener('DOMContentLoaded', () => {
    const start = performance.now() + delay;
    window.require(['jquery', 'mage/apply'], ($, apply) => {
      // Luma leaves only `window.jQuery`.
      $.noConflict();
      apply.collectScripts();
      setTimeout(
        () => {
          window.require(['Magento_Wishlist/js/add-to-wishlist'], (run) => run());
          window.require(['Magento_Catalog/js/catalog-add-to-cart'], (run) => run());
          apply.startComponents();
          $(document).on('contentUpdated', () => {
            apply.collectScripts();
            apply.startComponents();
          });
        },
        Math.max(0, start - performance.now()),
      );
    });
  });
}
