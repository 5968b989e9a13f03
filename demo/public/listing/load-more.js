import { fetchList } from './fetch-list.js';
import { welcomeTiles } from './welcome-tiles.js';

const box = document.querySelector('.load-more');
const button = box.querySelector('button');

async function appendTiles() {
  const grid = document.querySelector('.products.wrapper');
  const more = await fetchList(location.href, grid.querySelectorAll('.product-item').length);
  // A filter can have put another list in the place of this one meanwhile.
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
export function startLoadMore() {
  box.hidden = document.querySelector('.products.wrapper .product-item') === null;
  button.addEventListener('click', loadMore);
  if (box.dataset.scroll !== 'infinite') return;
  const observer = new IntersectionObserver(async ([entry]) => {
    if (!entry.isIntersecting) return;
    await loadMore();
    // Tells again at once when the end of the list is still in sight.
    observer.unobserve(box);
    observer.observe(box);
  });
  observer.observe(box);
}
