import { openQuickView } from './open-quick-view.js';

function createButton(link) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'action quick-view-action';
  button.textContent = 'Quick view';
  button.setAttribute('aria-label', `Quick view: ${link.textContent.trim()}`);
  button.addEventListener('click', () => {
    openQuickView(link).catch(() => {
      location.assign(link.href);
    });
  });
  return button;
}

/** Gives each tile that has none a button for its quick view. */
export function addQuickViewButtons() {
  for (const tile of document.querySelectorAll('.product-item-info')) {
    if (tile.querySelector('.quick-view-action')) continue;
    const link = tile.querySelector('.product-item-link');
    // Beside the picture there is no room for it in a list.
    if (tile.closest('.products-list'))
      tile.querySelector('.price-box, .product-item-name').after(createButton(link));
    else tile.querySelector('.product-item-photo').after(createButton(link));
  }
}
