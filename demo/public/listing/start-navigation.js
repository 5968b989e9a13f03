import { fetchPage } from './fetch-page.js';
import { startMagento } from './start-magento.js';

/** The address of the page that is shown, or on its way; a fragment in it changes nothing. */
let shown = location.pathname + location.search;

/** Where a link to a product leads in this way of navigation. */
function toAddress(link) {
  const name = link.pathname.split('/').at(-1).replace('.html', '');
  const settings = new URLSearchParams(location.search);
  settings.delete('name');
  return `/pwa/${name}?${settings}`;
}

/** What the shop's module says of the product stands at the end of the body. */
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
  // The shopper has gone on to another page meanwhile.
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
