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
  // Whoever tabs out of the modal comes in again at its other end.
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

/** Shows content in a modal with the markup of Magento's; closing it takes all of it off the page. */
export function showModal(content, label) {
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
