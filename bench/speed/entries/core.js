// The beginnings that any such widget needs, and nothing more: settings from the page, the product of the page and
// whether something of it is sold out, a button, and an observer that looks again when the page has changed. It knows
// Luma alone, breaks on most shops, and has no form. It is the yardstick for the start.

const FORM = 'form#product_addtocart_form';
const OPTIONS = '[data-role=swatch-options], select.super-attribute-select';
const SOLD_OUT = '.product-info-main .stock.unavailable';

function readSettings() {
  const tag = document.querySelector('script[data-api-key]');
  const json = document.querySelector('script[data-back-in-stock-config]');
  return { ...tag?.dataset, ...(json && JSON.parse(json.textContent)) };
}

function findJson(value) {
  if (typeof value !== 'object' || value === null) return undefined;
  if (value.attributes && value.index) return value;
  for (const inner of Object.values(value)) {
    const found = findJson(inner);
    if (found) return found;
  }
  return undefined;
}

function readConfiguration() {
  for (const script of document.querySelectorAll('script[type="text/x-magento-init"]')) {
    if (!script.textContent.includes('Config"')) continue;
    const json = findJson(JSON.parse(script.textContent));
    if (json) return json;
  }
  return undefined;
}

function listSoldOut({ index, attributes, salable }) {
  const lists = new Map();
  for (const { id, options } of Object.values(attributes)) {
    for (const option of options) {
      lists.set(
        `${id}/${option.id}`,
        new Set(salable ? salable[id]?.[option.id] : option.products),
      );
    }
  }
  return Object.keys(index).filter((child) =>
    Object.entries(index[child]).some(([id, option]) => !lists.get(`${id}/${option}`)?.has(child)),
  );
}

let configuration;
let button;

function update() {
  const form = document.querySelector(FORM);
  if (form?.querySelector(OPTIONS)) configuration ??= readConfiguration();
  const isSoldOut = configuration
    ? listSoldOut(configuration).length > 0
    : document.querySelector(SOLD_OUT) !== null;
  if (isSoldOut && !button?.isConnected) {
    button = document.createElement('button');
    button.type = 'button';
    button.className = 'action primary plain-core';
    button.textContent = 'Notify me when available';
    (form ?? document.querySelector('.product-info-main'))?.append(button);
  } else if (!isSoldOut) {
    button?.remove();
  }
}

/** Starts it. `gather` decides when the page is read after a change. */
export function start(gather) {
  const begin = () => {
    if (!readSettings().apiKey) return;
    update();
    const options = { childList: true, subtree: true, attributes: true };
    new MutationObserver(gather(update)).observe(document.documentElement, options);
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
  else begin();
}
