// Pages that are fetched in the background: for lists and quick views, and under /pwa/ in place of the page
// itself. Such a page also has a button that reloads the product's area.

/**
 * Fetches HTML as a document. The browser parses the answer itself, which Trusted Types allow;
 * `DOMParser` would need a policy of its own.
 */
export function fetchPage(address) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.addEventListener('load', () => {
      if (request.status === 200) resolve(request.response);
      else reject(new Error(`The shop answered with ${request.status}.`));
    });
    request.addEventListener('error', () => reject(new Error('The shop does not answer.')));
    request.send();
  });
}

/**
 * Starts Magento's components in content that came later, which is `root`; Magento itself looks through
 * the whole page. Under a strict policy the page can be without Magento's scripts.
 */
export function startMagento(root = document) {
  if (!window.require) return Promise.resolve();
  return new Promise((resolve, reject) => {
    window.require(
      ['mage/apply'],
      (apply) => {
        apply.collectScripts(root);
        apply.startComponents(root);
        resolve();
      },
      reject,
    );
  });
}

/** The address of the page that is shown or being fetched; a fragment does not change it. */
let shown = location.pathname + location.search;

/** The address that a link to a product leads to on these pages. */
function toAddress(link) {
  const name = link.pathname.split('/').at(-1).replace('.html', '');
  const settings = new URLSearchParams(location.search);
  settings.delete('name');
  return `/pwa/${name}?${settings}`;
}

/** The shop's module prints the product data at the end of the body. */
function replaceTags(page) {
  const selector = 'script[data-back-in-stock-product]';
  for (const tag of document.querySelectorAll(selector)) tag.remove();
  document.body.append(...page.querySelectorAll(selector));
}

async function showPage() {
  const wanted = location.pathname + location.search;
  if (wanted === shown) return;
  shown = wanted;
  const page = await fetchPage(wanted);
  // Meanwhile the shopper went on to another page.
  if (wanted !== shown) return;
  document.title = page.title;
  document.body.className = page.body.className;
  document.querySelector('.columns').replaceWith(page.querySelector('.columns'));
  replaceTags(page);
  scrollTo(0, 0);
  await startMagento();
}

async function reloadArea() {
  const page = await fetchPage(location.href);
  document
    .querySelector('.product-info-main')
    .replaceWith(page.querySelector('.product-info-main'));
  await startMagento();
}

function createReloadButton() {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'action reload-area';
  button.textContent = 'Reload this area';
  button.addEventListener('click', reloadArea);
  return button;
}

function startNavigation() {
  document.addEventListener(
    'click',
    (event) => {
      const link = event.target.closest('a[href^="/shop/"]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      history.pushState(null, '', toAddress(link));
      return showPage();
    },
    true,
  );
  addEventListener('popstate', showPage);
  document.querySelector('.columns').before(createReloadButton());
}

if (location.pathname.startsWith('/pwa/')) startNavigation();
