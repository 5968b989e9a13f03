import { fetchPage } from './fetch-page.js';
import { showModal } from './show-modal.js';
import { startMagento } from './start-magento.js';

/** The page is asked for in the same way as this one, but under the name of its own product. */
function fragmentAddress(productAddress) {
  const name = new URL(productAddress).pathname.split('/').at(-1);
  const address = new URL(`/quick-view-fragment/${name}`, location.href);
  address.search = location.search;
  address.searchParams.delete('name');
  return address;
}

/** Shows a product in a modal on this page. */
export async function openQuickView(link) {
  const page = await fetchPage(fragmentAddress(link.href));
  // Moved, not copied: with Trusted Types no script could put in copies of script elements.
  const content = page.querySelector('.quick-view');
  showModal(content, `Quick view: ${link.textContent.trim()}`);
  // Careless extensions start everything on the page: then the page's own options get the data of
  // the product in the quick view.
  const isCareless = new URLSearchParams(location.search).get('apply') === 'page';
  await startMagento(isCareless ? document : content);
}
