/** Resolves as soon as the whole page has been parsed: at once for a deferred script or a later one. */
export function whenParsed(page: Document): Promise<void> {
  if (page.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    page.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });
}
