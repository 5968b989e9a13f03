// An extension that shows the products of tiles in a modal.
import { fetchPage, startMagento } from './fetched-pages.js';

const FOCUSABLE = 'a[href], button, input:not([type=hidden]), select, textarea, .swatch-option';

function create(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function createModal(content, label) {
  const close = create(
    'button',
    { class: 'action-close', 'data-role': 'closeBtn', type: 'button' },
    create('span', {}, 'Close'),
  );
  const start = create('div', { 'data-role': 'focusable-start', tabindex: '0' });
  const end = create('div', { 'data-role': 'focusable-end', tabindex: '0' });
  const scope = create(
    'div',
    {
      class: 'modal-inner-wrap',
      'data-role': 'focusable-scope',
      role: 'dialog',
      'aria-modal': 'true',
      'aria-label': label,
    },
    create('header', { class: 'modal-header' }, close),
    create('div', { class: 'modal-content', 'data-role': 'content' }, content),
  );
  const modal = create(
    'aside',
    {
      class: 'modal-popup quick-view-popup modal-slide _inner-scroll',
      'data-role': 'modal',
      'data-type': 'popup',
      tabindex: '0',
      'aria-label': label,
    },
    start,
    scope,
    end,
  );
  // The Tab key leads from either end of the modal to its other end.
  const focusable = () => [...scope.querySelectorAll(FOCUSABLE)];
  start.addEventListener('focus', () => focusable().at(-1)?.focus());
  end.addEventListener('focus', () => focusable()[0]?.focus());
  return { modal, close };
}

function findWrapper() {
  const found = document.querySelector('.modals-wrapper');
  if (found) return found;
  const wrapper = create('div', { class: 'modals-wrapper' });
  document.body.append(wrapper);
  return wrapper;
}

/** Shows content in a modal with Magento's markup. Closing it removes all of it from the page. */
function showModal(content, label) {
  const opener = document.activeElement;
  const { modal, close } = createModal(content, label);
  const overlay = create('div', { class: 'modals-overlay' });

  const end = () => {
    modal.remove();
    overlay.remove();
    document.body.classList.remove('_has-modal');
    opener?.focus();
  };
  close.addEventListener('click', end);
  overlay.addEventListener('click', end);
  modal.addEventListener('click', (event) => {
    if (event.target === modal) end();
  });
  modal.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') end();
  });

  findWrapper().append(modal, overlay);
  document.body.classList.add('_has-modal');
  modal.classList.add('_show');
  close.focus();
}

/** The parameters of this page, with the name of the product in the quick view. */
function fragmentAddress(productAddress) {
  const name = new URL(productAddress).pathname.split('/').at(-1);
  const address = new URL(`/quick-view-fragment/${name}`, location.href);
  address.search = location.search;
  address.searchParams.delete('name');
  return address;
}

/** Shows a product in a modal on this page. */
async function openQuickView(link) {
  const page = await fetchPage(fragmentAddress(link.href));
  // Trusted Types forbid a script to insert copies of script elements, so the content itself is moved.
  const content = page.querySelector('.quick-view');
  showModal(content, `Quick view: ${link.textContent.trim()}`);
  // Careless extensions start the components of the whole page. Then the page's own options get the
  // data of the product in the quick view.
  const isCareless = new URLSearchParams(location.search).get('apply') === 'page';
  await startMagento(isCareless ? document : content);
}

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

/** Gives each tile a button for its quick view, unless it has one. */
export function addQuickViewButtons() {
  for (const tile of document.querySelectorAll('.product-item-info')) {
    if (tile.querySelector('.quick-view-action')) continue;
    const link = tile.querySelector('.product-item-link');
    // A list has no room for the button beside the picture.
    if (tile.closest('.products-list'))
      tile.querySelector('.price-box, .product-item-name').after(createButton(link));
    else tile.querySelector('.product-item-photo').after(createButton(link));
  }
}

addQuickViewButtons();
