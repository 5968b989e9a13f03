// The layered navigation of a category or of search results: filters, and more tiles on demand.
import { fetchPage, startMagento } from './fetched-pages.js';
import { addQuickViewButtons } from './quick-view.js';

const links = document.querySelectorAll('.filter a');
const box = document.querySelector('.load-more');
const button = box.querySelector('button');

/** Parameters of lists, which mean nothing to a product page. */
const LIST_PARAMETERS = ['tiles', 'q', 'price', 'scroll'];

/** Shows above the list how many tiles it has. */
function showAmount() {
  const amount = document.querySelectorAll('.products.wrapper .product-item').length;
  document.querySelector('#toolbar-amount').textContent =
    amount === 1 ? '1 Item' : `${amount} Items`;
}

/** Does for new tiles what the start of the page did for the first ones. */
async function welcomeTiles() {
  addQuickViewButtons();
  showAmount();
  await startMagento();
}

/** Fetches the list of an address without the page around it and without its first `from` tiles. */
async function fetchList(address, from = 0) {
  const fragment = new URL(address, location.href);
  fragment.searchParams.set('ajax', '1');
  fragment.searchParams.set('from', String(from));
  const page = await fetchPage(fragment);
  return page.querySelector('.products.wrapper');
}

async function appendTiles() {
  const grid = document.querySelector('.products.wrapper');
  const more = await fetchList(location.href, grid.querySelectorAll('.product-item').length);
  // Meanwhile a filter can have replaced this list.
  if (!grid.isConnected) return;
  const tiles = more.querySelectorAll('.product-item');
  grid.querySelector('.product-items')?.append(...tiles);
  box.hidden = tiles.length === 0;
  await welcomeTiles();
}

async function loadMore() {
  if (button.disabled) return;
  button.disabled = true;
  await appendTiles().finally(() => {
    button.disabled = false;
  });
}

/** Appends tiles when a shopper presses the button, or has come to the end of the list. */
function startLoadMore() {
  box.hidden = document.querySelector('.products.wrapper .product-item') === null;
  button.addEventListener('click', loadMore);
  if (box.dataset.scroll !== 'infinite') return;
  const observer = new IntersectionObserver(async ([entry]) => {
    if (!entry.isIntersecting) return;
    await loadMore();
    // The observer reports again at once when the end of the list is still in sight.
    observer.unobserve(box);
    observer.observe(box);
  });
  observer.observe(box);
}

/** The address of the list that is shown or being fetched; a fragment does not change it. */
let shown = location.pathname + location.search;

function markCurrent() {
  for (const link of links) {
    if (link.href === location.href && link.matches('.item a')) link.ariaCurrent = 'true';
    else link.ariaCurrent = null;
  }
}

async function showList() {
  const wanted = location.pathname + location.search;
  if (wanted === shown) return;
  shown = wanted;
  markCurrent();
  const grid = await fetchList(wanted);
  // Meanwhile the shopper went on to another list.
  if (wanted !== shown) return;
  document.querySelector('.products.wrapper').replaceWith(grid);
  document.querySelector('.load-more').hidden = grid.querySelector('.product-item') === null;
  await welcomeTiles();
}

/** Replaces the list instead of the page when a shopper filters it or goes back. */
function startFilter() {
  for (const link of links) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      history.pushState(null, '', link.href);
      return showList();
    });
  }
  addEventListener('popstate', showList);
  markCurrent();
}

/** Adds the settings of this page to the link of a product when a shopper follows it. Until then links are plain. */
function startKeepSettings() {
  document.addEventListener(
    'click',
    ({ target }) => {
      const link = target.closest('a[href^="/shop/"]');
      if (!link) return;
      const settings = new URLSearchParams(location.search);
      for (const name of LIST_PARAMETERS) settings.delete(name);
      link.search = settings;
    },
    true,
  );
}

showAmount();
startLoadMore();
startFilter();
startKeepSettings();
