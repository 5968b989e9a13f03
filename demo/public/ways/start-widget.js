// A script of the merchant's that starts the widget in the way that its tag names.
{
  const { way, configuration, adapter } = document.currentScript.dataset;
  const settings = JSON.parse(configuration);

  /** A theme's adapter is written for all ways, and so it expects the global. */
  function startFrom(backInStock) {
    if (!adapter) return backInStock(settings);
    window.BackInStock = backInStock;
    return import(adapter).then(() => backInStock.init(settings));
  }

  function requireWidget() {
    // RequireJS takes no async functions.
    window.require(['backInStock'], startFrom);
  }

  function append() {
    const tag = document.createElement('script');
    tag.type = 'application/json';
    tag.dataset.backInStockConfig = '';
    tag.textContent = JSON.stringify(settings);
    const script = document.createElement('script');
    script.src = '/dist/back-in-stock.js';
    document.head.append(tag, script);
  }

  function isStarted() {
    return (
      document.readyState === 'complete' &&
      !document.querySelector('script[type="text/x-magento-init"]') &&
      !document.querySelector('[data-role=swatch-options]:not([data-rendered])')
    );
  }

  const observer = new MutationObserver(appendOnce);

  function appendOnce() {
    if (!isStarted()) return;
    observer.disconnect();
    removeEventListener('load', appendOnce);
    append();
  }

  /** As a tag manager does: after the load, when the theme has removed the scripts with Magento's configuration. */
  function appendLate() {
    observer.observe(document.documentElement, {
      childList: true,
      subtree: true,
      attributeFilter: ['data-rendered'],
    });
    addEventListener('load', appendOnce);
  }

  const ways = {
    init: () => window.BackInStock.init(settings),
    require: requireWidget,
    // A moment after `load`: the merchant's script comes last.
    'require-late': () => addEventListener('load', () => setTimeout(requireWidget, 100)),
    'append-late': appendLate,
  };
  ways[way]();
}
