import { html } from 'hono/html';
import { count } from '../loop/diary.ts';
import type { StockItem, VariantDescription } from '../loop/inventory.ts';
import type { Markup } from '../page/markup.ts';
import { actionForm, variantAddress } from './action-form.ts';
import type { PrintedView } from './console-view.ts';

/** More products than this are found by their id or SKU only. */
const MOST_PRODUCTS = 30;

/** The shop: the variant in hand, with what a merchant can do to its stock, and everything else that is sold. */
export function printShop(view: PrintedView): Markup {
  return html`<section class="card shop" id="shop" data-part aria-labelledby="shop-title">
    <h2 id="shop-title">The shop</h2>
    ${view.item ? printItem(view, view.item) : html`<p class="soft">The catalogue is empty.</p>`}
    ${printCatalogue(view)}
  </section>`;
}

function printItem(view: PrintedView, item: StockItem): Markup {
  const description = view.describe(item.id);
  return html`<div class="item">
    ${description ? html`<img src="${description.imageUrl}" width="88" height="88" alt="">` : ''}
    <div class="item-text">
      <h3>${description?.productName ?? item.sku}</h3>
      <p>${describeItem(item, description)}</p>
      ${description ? html`<a href="${description.url}" target="_blank">Open its product page</a>` : ''}
    </div>
    <dl class="item-counts">
      <div class="${item.quantity === 0 ? 'is-sold-out' : 'is-in-stock'}"><dt>In stock</dt><dd>${item.quantity}</dd></div>
      <div class="is-waiting"><dt>Waiting</dt><dd>${view.countWaiting(item.id)}</dd></div>
    </dl>
    ${printStockForm(view, item)}
  </div>`;
}

function describeItem({ sku }: StockItem, description?: VariantDescription): Markup {
  const { options, price } = description ?? { options: '', price: '' };
  return html`${options ? html`<strong>${options}</strong> · ` : ''}${price ? html`${price} · ` : ''}<span class="sku">${sku}</span>`;
}

function printStockForm(view: PrintedView, { id, quantity }: StockItem): Markup {
  const content = html`<label class="field">Units <input type="number" id="units" name="units" value="1" min="1" max="1000000" required></label>
    <button class="is-main" name="action" value="restock">Restock</button>
    <button name="action" value="sell" ${quantity === 0 ? 'disabled' : ''}>Sell</button>`;
  return actionForm(view, content, { variant: id });
}

interface ListedProduct {
  readonly name: string;
  readonly imageUrl: string | undefined;
  readonly items: readonly StockItem[];
}

function printCatalogue(view: PrintedView): Markup {
  const products = [...listProducts(view).values()];
  const shown = products.slice(0, MOST_PRODUCTS);
  const left = products.length - shown.length;
  return html`<h3 class="list-title" id="catalogue-title">All products</h3>
    <ul class="catalogue" id="catalogue" aria-labelledby="catalogue-title">${shown.map((product) => printProduct(view, product))}</ul>
    ${left > 0 ? printSearch(left) : ''}`;
}

function listProducts({ loop, describe }: PrintedView): ReadonlyMap<string, ListedProduct> {
  const products = new Map<string, ListedProduct & { items: StockItem[] }>();
  for (const item of loop.state.inventory.list()) {
    const { productId = item.id, productName: name = item.sku, imageUrl } = describe(item.id) ?? {};
    const known = products.get(productId);
    if (known) known.items.push(item);
    else products.set(productId, { name, imageUrl, items: [item] });
  }
  return products;
}

function printProduct(view: PrintedView, { name, imageUrl, items }: ListedProduct): Markup {
  const picture = imageUrl ? html`<img src="${imageUrl}" width="32" height="32" alt="">` : '';
  const [only] = items;
  if (items.length === 1 && only) {
    return html`<li>${printVariant(view, only, html`${picture}<span class="catalogue-name">${name}</span>`)}</li>`;
  }
  const soldOut = items.filter(({ quantity }) => quantity === 0).length;
  const waiting = items.reduce((sum, { id }) => sum + view.countWaiting(id), 0);
  const isOpen = items.some(({ id }) => id === view.item?.id);
  return html`<li><details id="product-${only?.id}" ${isOpen ? 'open' : ''}>
      <summary>${picture}<span class="catalogue-name">${name}<small>${items.length} variants${soldOut > 0 ? `, ${soldOut} sold out` : ''}</small></span>${printWaiting(waiting)}</summary>
      <ul>${items.map((item) => html`<li>${printVariant(view, item, nameOptions(view, item))}</li>`)}</ul>
    </details></li>`;
}

function nameOptions({ describe }: PrintedView, { id, sku }: StockItem): Markup {
  return html`<span class="catalogue-name">${describe(id)?.options || sku}</span>`;
}

function printVariant(view: PrintedView, { id, quantity }: StockItem, name: Markup): Markup {
  const current = id === view.item?.id ? html`aria-current="true"` : '';
  const stock = quantity === 0 ? 'Sold out' : `${quantity} in stock`;
  return html`<a class="variant" href="${variantAddress(id)}" data-show ${current}>${name}${printWaiting(view.countWaiting(id))}<span class="stock ${quantity === 0 ? 'is-sold-out' : 'is-in-stock'}">${stock}</span></a>`;
}

function printWaiting(waiting: number): Markup | '' {
  return waiting > 0 ? html`<span class="waiting-mark">${waiting} waiting</span>` : '';
}

function printSearch(left: number): Markup {
  return html`<form class="action" method="get" action="/loop">
    <label class="field is-wide">${count(left, 'other product')}, by id or SKU <input name="variant" required></label>
    <button>Show</button>
  </form>`;
}
