// As a tag manager does: the widget comes once the page is loaded and the theme has started, when the scripts with
// Magento's configuration are gone.
{
  const settings = JSON.parse(document.currentScript.dataset.configuration);

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

  observer.observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributeFilter: ['data-rendered'],
  });
  addEventListener('load', appendOnce);
}
