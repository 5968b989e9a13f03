import { showMarkup } from './luma-page.ts';

// Hyvä's pages, shortened: what the widget knows them by, and the traps beside it.

/** The recorded configuration of the configurable 13, shortened: sold out are 5 (Red/Medium) and 10 to 12 (all of Blue). */
export const OPTION_CONFIG = {
  attributes: {
    137: {
      id: '137',
      code: 't_color',
      label: 'Colour',
      options: [
        { id: '4', label: 'Red', products: ['4', '5', '6'] },
        { id: '5', label: 'Green', products: ['7', '8', '9'] },
        { id: '6', label: 'Blue', products: ['10', '11', '12'] },
      ],
      position: '0',
    },
    138: {
      id: '138',
      code: 't_size',
      label: 'Size',
      options: [
        { id: '7', label: 'Small', products: ['4', '7', '10'] },
        { id: '8', label: 'Medium', products: ['5', '8', '11'] },
        { id: '9', label: 'Large', products: ['6', '9', '12'] },
      ],
      position: '1',
    },
  },
  productId: '13',
  index: Object.fromEntries(
    [4, 5, 6, 7, 8, 9, 10, 11, 12].map((id) => [
      id,
      { 137: String(4 + Math.floor((id - 4) / 3)), 138: String(7 + ((id - 4) % 3)) },
    ]),
  ),
  salable: {
    137: { 4: ['4', '6'], 5: ['7', '8', '9'] },
    138: { 7: ['4', '7'], 8: ['8'], 9: ['6', '9'] },
  },
  canDisplayShowOutOfStockStatus: true,
};

interface Page {
  /** The root of the options, and all within. */
  readonly options?: string;
  readonly below?: string;
  readonly name?: string;
}

/** The page of the configurable product 13. */
export function showConfigurable({ options = '', below = '', name = 'Swatch' }: Page): void {
  showMarkup(`<body class="page-product-configurable catalog-product-view">
    <h1 class="page-title">${name}</h1>
    <div class="attribute-sku"><span class="product-detail-value">CONF-SWATCH</span></div>
    <p class="stock available" title="Availability"><span>In stock</span></p>
    <form id="product_addtocart_form"><input type="hidden" name="product" value="13">${options}
      <button id="product-addtocart-button">Add</button></form>${below}</body>`);
}

/** The page of what is sold out as a whole: no form, no options, no button. */
export function showSoldOut({ id = '29', bodyClass = '', price = '', below = '' }): void {
  showMarkup(`<body class="${bodyClass} catalog-product-view">
    <h1 class="page-title">All Out</h1>
    <div class="attribute-sku"><span class="product-detail-value">ALL-OUT</span></div>
    <p class="stock unavailable" title="Availability"><span>Out of stock</span></p>
    ${price || `<div x-data="initPrice${id}()"><span id="product-price-${id}">$9.00</span></div>`}
    ${below}</body>`);
}

/** Options as radio buttons; those of blue, which cannot be bought, as Hyvä draws them. */
export const swatches = (theme: 'default' | 'csp') => {
  const isCsp = theme === 'csp';
  const one = (attribute: string, options: readonly string[], soldOut: readonly string[]) =>
    `<div class="swatch-attribute" ${isCsp ? `data-attribute-id="${attribute}"` : ''}>
      <label id="attribute-label-13-${attribute}">Label</label>
      <div class="swatch-attribute-options" role="radiogroup">
        ${options.map((id) => `<label class="swatch-option"><input type="radio" name="super_attribute[${attribute}]" value="${id}"></label>`).join('')}
        ${soldOut.map((id) => `<div class="swatch-option opacity-50" data-item="${id}"><div ${isCsp ? `data-option-id="${id}"` : ''}>x</div><svg></svg></div>`).join('')}
      </div></div>`;
  return one('137', ['4', '5'], ['6']) + one('138', ['7', '8', '9'], []);
};

/** Alpine, as far as the widget may use it: what it knows at an element. */
export function startAlpine(data: (element: Element) => unknown): void {
  Object.assign(window, { Alpine: { $data: data } });
}

/** Tells of a choice as Hyvä does. */
export function announceChoice(optionId: unknown, value: unknown, productId: unknown = '13'): void {
  const detail = { productId, optionId, value, productIndex: '4', candidates: [] };
  window.dispatchEvent(new CustomEvent('configurable-selection-changed', { detail }));
}

/** A shopper chooses a swatch. */
export function chooseRadio(attribute: string, option: string): void {
  const name = `super_attribute[${attribute}]`;
  const radio = document.querySelector<HTMLInputElement>(`[name="${name}"][value="${option}"]`);
  if (!radio) throw new Error(`There is no ${name} ${option}.`);
  radio.checked = true;
  announceChoice(Number(attribute), option);
}
