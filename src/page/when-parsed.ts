/** Resolves as soon as the whole page has been parsed: at once for a deferred script or a later one. */
export function whenParsed(page: Document): Promise<void> {
  return new Promise((resolve) => {
    if (page.readyState !== 'loading') resolve();
    else page.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}
