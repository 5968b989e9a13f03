import { drawProduct } from './draw-product.js';
import { startWidget } from './start-widget.js';

const storefront = document.querySelector('#storefront');
const configuration = JSON.parse(document.querySelector('#widget-settings').textContent);
const starting = startWidget(configuration);

/** The page that is shown, or on its way; a fragment in the address changes nothing. */
let shown;

async function showPage() {
  const name = location.pathname.split('/').at(-1);
  if (name === shown) return;
  shown = name;
  const response = await fetch(`/headless-data/${name}`);
  const page = await response.json();
  const widget = await starting;
  // The shopper has gone on to another page meanwhile.
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
