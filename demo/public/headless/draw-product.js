import { createElement } from './create-element.js';
import { drawMembers } from './draw-members.js';
import { drawOptions } from './draw-options.js';
import { formatPrice } from './format-price.js';

function findVariant({ attributes, variants }, choice) {
  if (!attributes.every(({ id }) => choice[id])) return undefined;
  return variants.find(({ options }) =>
    attributes.every(({ id }) => options[id].id === choice[id]),
  );
}

/**
 * Draws a product. Each choice is told on: the variant, or undefined when something is still to be
 * chosen or the combination was never made.
 */
export function drawProduct({ product, price, description, image, items }, onSelect) {
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
    // The price and picture of a set are its own, not those of one of its members.
    amount.textContent = formatPrice(price);
    picture.src = image;
  } else show(undefined, false);

  const placeholder = createElement('div');
  placeholder.setAttribute('data-back-in-stock', '');
  const isSet = product.type === 'grouped';
  return createElement(
    'article',
    { className: 'product' },
    createElement('div', { className: 'picture' }, picture),
    createElement(
      'div',
      { className: 'facts' },
      createElement('h1', {}, product.name),
      amount,
      createElement('p', {}, description),
      ...options,
      ...(isSet ? [drawMembers(product, items)] : []),
      buy,
      placeholder,
    ),
  );
}
