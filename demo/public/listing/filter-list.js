import { fetchList } from './fetch-list.js';
import { welcomeTiles } from './welcome-tiles.js';

const links = document.querySelectorAll('.filter a');

/** The address of the list that is shown, or on its way; a fragment in it changes nothing. */
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
  // The shopper has gone on to another list meanwhile.
  if (wanted !== shown) return;
  document.querySelector('.products.wrapper').replaceWith(grid);
  document.querySelector('.load-more').hidden = grid.querySelector('.product-item') === null;
  await welcomeTiles();
}

/** Replaces the list instead of the page when a shopper filters it or goes back. */
export function startFilter() {
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
