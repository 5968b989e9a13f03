// A storefront that draws its pages itself. It tells the widget its product, and the variant that the
// shopper has chosen.

function createElement(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function formatPrice(price) {
  return `${price.toFixed(2)} USD`;
}

/** Draws the members of a set, each with its price or the words "Sold out". */
function drawMembers({ variants }, items) {
  const rows = variants.map(({ id, name, salable }) =>
    createElement(
      'li',
      { className: salable ? '' : 'is-sold-out' },
      createElement('span', {}, name),
      createElement('span', {}, salable ? formatPrice(items[id].price) : 'Sold out'),
    ),
  );
  return createElement('ul', { className: 'members' }, ...rows);
}

function listOptions(variants, attributeId) {
  return new Map(
    variants.map(({ options }) => [options[attributeId].id, options[attributeId].label]),
  );
}

/** Draws buttons for the options of each attribute, and calls back with the choice after each press. */
function drawOptions({ attributes, variants }, onChoice) {
  const choice = {};
  return attributes.map((attribute) => {
    const buttons = [...listOptions(variants, attribute.id)].map(([optionId, label]) => {
      const button = createElement('button', { type: 'button', className: 'option' }, label);
      button.ariaPressed = 'false';
      button.addEventListener('click', () => {
        // A second press takes the choice back.
        if (choice[attribute.id] === optionId) delete choice[attribute.id];
        else choice[attribute.id] = optionId;
        for (const each of buttons) {
          each.ariaPressed = String(each === button && attribute.id in choice);
        }
        onChoice(choice);
      });
      return button;
    });
    const legend = createElement('legend', {}, attribute.label);
    return createElement('fieldset', { className: 'options' }, legend, ...buttons);
  });
}

function findVariant({ attributes, variants }, choice) {
  if (!attributes.every(({ id }) => choice[id])) return undefined;
  return variants.find(({ options }) =>
    attributes.every(({ id }) => options[id].id === choice[id]),
  );
}

/** Puts the parts of a product together, with the place for the widget's button after the last one. */
function layOut(picture, name, parts) {
  const placeholder = createElement('div');
  placeholder.setAttribute('data-back-in-stock', '');
  return createElement(
    'article',
    { className: 'product' },
    createElement('div', { className: 'picture' }, picture),
    createElement(
      'div',
      { className: 'facts' },
      createElement('h1', {}, name),
      ...parts,
      placeholder,
    ),
  );
}

/**
 * Draws a product. Calls back after each choice with the variant, or with undefined when the choice is
 * incomplete or the combination was never made.
 */
function drawProduct({ product, price, description, image, items }, onSelect) {
  const picture = createElement('img', { src: image, alt: product.name, width: 600, height: 600 });
  const amount = createElement('p', { className: 'price' });
  const buy = createElement('button', { type: 'button', className: 'buy' });

  const show = (variant, isComplete) => {
    amount.textContent = formatPrice(items[variant?.id]?.price ?? price);
    picture.src = items[variant?.id]?.image ?? image;
    buy.disabled = !variant?.salable;
    if (variant) buy.textContent = variant.salable ? 'Add to basket' : 'Sold out';
    else buy.textContent = isComplete ? 'Not made' : 'Choose first';
  };

  const options = drawOptions(product, (choice) => {
    const variant = findVariant(product, choice);
    show(variant, Object.keys(choice).length === product.attributes.length);
    onSelect(variant);
  });

  if (product.attributes.length === 0) {
    show(product.variants.find(({ salable }) => salable) ?? product.variants[0], true);
    // A set has a price and a picture of its own, not those of one of its members.
    amount.textContent = formatPrice(price);
    picture.src = image;
  } else show(undefined, false);

  const members = product.type === 'grouped' ? [drawMembers(product, items)] : [];
  const text = createElement('p', {}, description);
  return layOut(picture, product.name, [amount, text, ...options, ...members, buy]);
}

/** Returns the widget's `init`, loaded in the way that the address of the page names. */
async function loadWidget(way) {
  if (way === 'esm') return (await import('/dist/back-in-stock.mjs')).init;
  if (way !== 'require') return window.BackInStock.init;
  const backInStock = await new Promise((resolve, reject) => {
    window.require(['backInStock'], resolve, reject);
  });
  return backInStock.init;
}

/** The setting `product` as an object: each product needs a widget of its own. */
function startWithObject(init, settings) {
  let handle;
  return {
    show(product) {
      handle?.destroy();
      handle = init({ ...settings, product });
    },
    select: (variantId) => handle.select(variantId),
  };
}

/** The setting `product` as a function: one widget, which calls it again on `refresh`. */
function startWithFunction(init, settings) {
  let current;
  const handle = init({ ...settings, product: () => current });
  return {
    show(product) {
      current = product;
      // The last choice was a variant of the last product.
      handle.select();
      handle.refresh();
    },
    select: (variantId) => handle.select(variantId),
  };
}

async function startWidget({ way, form, settings }) {
  if (way === 'none') return { show() {}, select() {} };
  const start = form === 'function' ? startWithFunction : startWithObject;
  return start(await loadWidget(way), settings);
}

const storefront = document.querySelector('#storefront');
const configuration = JSON.parse(document.querySelector('#widget-settings').textContent);
const starting = startWidget(configuration);

/** The name of the page that is shown or being fetched; a fragment in the address does not change it. */
let shown;

async function showPage() {
  const name = location.pathname.split('/').at(-1);
  if (name === shown) return;
  shown = name;
  const response = await fetch(`/headless-data/${name}`);
  const page = await response.json();
  const widget = await starting;
  // Meanwhile the shopper went on to another page.
  if (name !== shown) return;
  document.title = `${page.product.name} | Fernweh`;
  storefront.replaceChildren(drawProduct(page, (variant) => widget.select(variant?.id)));
  widget.show(page.product);
}

document.addEventListener(
  'click',
  (event) => {
    const link = event.target.closest('a[href^="/headless/"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', link.pathname + location.search);
    return showPage();
  },
  true,
);
addEventListener('popstate', showPage);
await showPage();
