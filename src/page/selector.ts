/** Whether a merchant's text can be looked for on a page; an empty one stands for none. */
export function isSelector(page: Document, selector: string): boolean {
  try {
    return !selector || page.querySelectorAll(selector) !== undefined;
  } catch {
    return false;
  }
}
