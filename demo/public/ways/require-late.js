// A script of the merchant's that asks for the widget when the page has long been there.
{
  const configuration = JSON.parse(document.currentScript.dataset.configuration);
  addEventListener('load', () => {
    setTimeout(() => {
      window.require(['backInStock'], (backInStock) => backInStock(configuration));
    }, 100);
  });
}
