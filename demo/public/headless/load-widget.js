/** Gets the widget's `init` in the way that the page was asked to use. */
export async function loadWidget(way) {
  if (way === 'esm') return (await import('/dist/back-in-stock.mjs')).init;
  if (way !== 'require') return window.BackInStock.init;
  const backInStock = await new Promise((resolve, reject) => {
    window.require(['backInStock'], resolve, reject);
  });
  return backInStock.init;
}
