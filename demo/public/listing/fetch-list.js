import { fetchPage } from './fetch-page.js';

/** Fetches the list of an address without the page around it, from a number of tiles on. */
export async function fetchList(address, from = 0) {
  const fragment = new URL(address, location.href);
  fragment.searchParams.set('ajax', '1');
  fragment.searchParams.set('from', String(from));
  const page = await fetchPage(fragment);
  return page.querySelector('.products.wrapper');
}
