import { createElement } from './create-element.js';
import { formatPrice } from './format-price.js';

/** Draws the members of a set, each with its price, or that it is sold out. */
export function drawMembers({ variants }, items) {
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
