// What a page has to bring itself for a library that only opens dialogs: a button, a dialog with a form, and its style.

const STYLE =
  '#bench-dialog{position:fixed;inset:0;display:flex;z-index:99;background:#0008}#bench-dialog[aria-hidden=true]{display:none}#bench-dialog>div{margin:auto;background:#fff;padding:2em}';

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Adds the button and the dialog; `closing` is the attribute by which the library knows the button that closes. */
export function addDialog({ closing }) {
  const form = make(
    'form',
    {},
    make('label', { for: 'bench-email' }, 'E-mail'),
    make('input', { id: 'bench-email', type: 'email', required: '' }),
    make('button', { class: 'bench-submit' }, 'Notify me'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const sent = make('p', { role: 'status', class: 'bench-done' }, 'You are on the list.');
    form.replaceWith(sent);
  });
  const title = make('h2', { id: 'bench-title' }, 'Back in stock');
  const close = make('button', { type: 'button', [closing]: '' }, 'Close');
  const box = make('div', { role: 'document' }, title, form, close);
  const dialog = make(
    'div',
    { id: 'bench-dialog', 'aria-hidden': 'true', 'aria-labelledby': 'bench-title' },
    box,
  );
  const style = new CSSStyleSheet();
  style.replaceSync(STYLE);
  document.adoptedStyleSheets.push(style);
  const open = make('button', { type: 'button', class: 'bench-open' }, 'Notify me');
  (document.querySelector('.product-info-main') ?? document.body).append(open);
  document.body.append(dialog);
  return dialog;
}
