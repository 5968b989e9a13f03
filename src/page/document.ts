import { logError } from '../guard.ts';

/**
 * Gives a document or a form on which nothing of the page's HTML hides a member.
 *
 * A browser looks for images, forms, frames and objects of a name before it looks for a document's own members, and for
 * fields of a name before a form's own (HTML, "named properties" of `Document` and `HTMLFormElement`). With
 * `<img name="currentScript">` in a review, `document.currentScript` is that image. So every member is read where it is
 * defined, on the prototype.
 *
 * Use the returned object only to read and call members. Pass the node itself to a browser's function that takes a node.
 * Code that runs at every reading of a page takes members from the prototype directly, which saves a call of this `get`.
 */
export function ownMembers<Owner extends Node>(node: Owner): Owner {
  return new Proxy(node, {
    get(_target, name) {
      const member = Reflect.get(Object.getPrototypeOf(node), name, node);
      return typeof member === 'function' ? member.bind(node) : member;
    },
  });
}

/** Whether an element is a script of the page: pictures (SVG) and formulas may hold elements of the same name. */
export function isScript(element: Element | null): element is HTMLScriptElement {
  return element?.localName === 'script' && element.namespaceURI === XHTML;
}

const XHTML = 'http://www.w3.org/1999/xhtml';

/** Whether a merchant's text is a selector; an empty text means that there is none. */
export function isSelector(page: Document, selector: string): boolean {
  try {
    return !selector || page.querySelectorAll(selector) !== undefined;
  } catch {
    return false;
  }
}

/**
 * Calls `run` once the whole page has been parsed; if it has been already, in this turn of the event loop, but after the
 * calling code. Never rejects: logs what `run` throws.
 */
export function whenParsed(page: Document, run: () => void): Promise<void> {
  const parsed =
    page.readyState === 'loading'
      ? new Promise<unknown>((resolve) => {
          page.addEventListener('DOMContentLoaded', resolve, { once: true });
        })
      : Promise.resolve();
  return parsed.then(run).catch(logError);
}
