/**
 * The numeric id of the store view, which Magento's checkout data carries on every Luma page;
 * undefined where a theme leaves that out. Cookies are no source: the full-page cache makes them stale.
 */
export function readStoreViewId(page: Document): string | undefined {
  const view = page.defaultView as { checkout?: { storeId?: unknown } } | null;
  const id = String(view?.checkout?.storeId ?? '');
  return /^\d+$/.test(id) ? id : undefined;
}
