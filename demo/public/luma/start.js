// Starts Luma's scripts. As in a real shop jQuery comes only after DOMContentLoaded, the
// x-magento-init scripts are gone at `load`, and the components start seconds later.
{
  const delay = Number(document.currentScript.dataset.delay);
  // RequireJS waits a moment before it loads anything. The page could be complete by then, and the
  // scripts would be removed after `load`.
  window.require.s.contexts._.nextTick = (run) => run();
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
