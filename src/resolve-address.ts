/**
 * Makes an address of the shop a whole one, as seen from the page itself: a `<base>` in the page must not move an address
 * to another host after it was checked. Without a page, and in a frame that has no address, it stays as it is.
 */
export function resolveAddress(address: string): string {
  try {
    return new URL(address, globalThis.location?.href).href;
  } catch {
    return address;
  }
}
