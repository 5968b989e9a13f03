import { FORMS, INNER, OURS, PRODUCT_FORM, PRODUCT_TAG, TILE } from './areas.ts';
import { HOLDS_OPTIONS, HOLDS_PRODUCTS, INIT_SCRIPT } from './init-scripts.ts';
import { PRICE } from './product-identity.ts';
import type { AllWatched } from './watched.ts';

/** Tells whether a change is one of what is read. To pass one over costs a single call; the rest is asked of the browser. */
export interface Look {
  seesNodes(record: MutationRecord): boolean;
  seesAttribute(record: MutationRecord): boolean;
  seesEvent(event: Event): boolean;
}

/** What a look rests on. */
export interface LookOptions {
  /** What is read. */
  readonly watched: AllWatched;
  /** Whether anything else may be read, too. */
  readonly isAnyRead: boolean;
  /** Attributes that matter of whatever element. */
  readonly attributes: readonly string[];
  /** Selector of what says of a tile that it is sold out; undefined when tiles are none of the widget's concern. */
  readonly tileLabel: string | undefined;
}

/** Makes the look at the changes of a page. */
export function createLook(
  page: Document,
  { watched, isAnyRead, attributes, tileLabel }: LookOptions,
): Look {
  // Fields of a form may have these names (`<input name="closest">`).
  const { closest, matches, querySelector, querySelectorAll } = Element.prototype;
  const tileSigns = tileLabel && `${tileLabel}, ${PRODUCT_TAG}`;
  const tiles = tileSigns ? `, ${TILE}, ${tileSigns}` : '';
  const elements = `${watched.elements}, ${OURS}, ${PRICE}, ${INIT_SCRIPT}${tiles}`;
  const wholes = `${watched.contents}, ${OURS}${tiles}`;
  const inForm = `${elements}, ${watched.formElements}`;
  const classNames = listClassNames(watched.attributes.class ?? '');
  const isSoldOutTile = (tile: Element) =>
    tileSigns !== undefined && querySelector.call(tile, `${tileSigns}, .back-in-stock`) !== null;
  const isTile = (element: Element | null) => element !== null && matches.call(element, TILE);

  /** Whether something that came or went is read there. */
  function isRead(found: Element, around: Element | null): boolean {
    const ours = closest.call(found, OURS);
    if (ours) return !ours.isConnected && isInUse(ours);
    const owner = closest.call(found, INNER) ?? around;
    if (isTile(owner)) return isReadInTile(found, owner);
    if (matches.call(found, INIT_SCRIPT)) return found.isConnected && holdsData(found);
    return !matches.call(found, PRICE) || page.querySelector(PRODUCT_FORM) === null;
  }

  /** A list without a label may still hold what the server has printed as sold out. */
  function isReadInTile(found: Element, tile: Element | null): boolean {
    if (!tileSigns) return false;
    if (found !== tile) return matches.call(found, tileSigns);
    return page.querySelector(PRODUCT_TAG) !== null;
  }

  function isOneRead(nodes: readonly Node[], selector: string, target: Node): boolean {
    const around = closest.call(target, INNER);
    const elements = nodes.filter((node) => node instanceof Element);
    return elements.some((element) =>
      [element, ...querySelectorAll.call(element, selector)].some(
        (found) => matches.call(found, selector) && isRead(found, around),
      ),
    );
  }

  /** Whether what came or went is read for the place alone. */
  function isWholeRead(target: Element, nodes: readonly Node[]): boolean {
    const around = closest.call(target, `${OURS}, ${INNER}`);
    if (around && matches.call(around, OURS)) return around.isConnected && !isInUse(around);
    if (!isAnyRead && isTile(around) && !(around && isSoldOutTile(around))) return false;
    return nodes.some((node) => !(node instanceof Element && matches.call(node, OURS)));
  }

  return {
    seesNodes({ target, addedNodes, removedNodes }) {
      const nodes = [...removedNodes, ...addedNodes];
      const isInWhole = matches.call(target, FORMS) || closest.call(target, wholes);
      if ((isAnyRead || isInWhole) && isWholeRead(target as Element, nodes)) return true;
      const selector = closest.call(target, FORMS) ? inForm : elements;
      let isFound = false;
      for (const node of nodes) {
        isFound ||=
          node instanceof Element &&
          (matches.call(node, selector) || querySelector.call(node, selector) !== null);
      }
      return isFound && isOneRead(nodes, selector, target);
    },

    seesAttribute({ target, attributeName, oldValue }) {
      const name = attributeName ?? '';
      const selector = watched.attributes[name];
      const isAny = attributes.includes(name);
      if (!isAny && !(selector && matches.call(target, selector))) return false;
      const around: Element | null = closest.call(target, `${OURS}, ${INNER}`);
      if (around && matches.call(around, `${OURS}, ${TILE}`) && !isSoldOutTile(around))
        return false;
      if (isAny || name !== 'class') return true;
      const now = (target as Element).getAttribute(name);
      return oldValue?.match(classNames)?.join() !== now?.match(classNames)?.join();
    },

    seesEvent({ target }) {
      if (isAnyRead || !(target instanceof Element)) return isAnyRead;
      return (
        closest.call(target, watched.contents) !== null && !isTile(closest.call(target, INNER))
      );
    },
  };
}

/** What of Magento's components is read. It removes all their scripts, and what they have said still holds. */
function holdsData({ textContent }: Element): boolean {
  const text = textContent ?? '';
  return HOLDS_OPTIONS.test(text) || HOLDS_PRODUCTS.test(text);
}

/**
 * Whether what is ours still holds its button, or its open dialog. The widget empties what it takes away itself: the rest
 * was taken by the theme.
 */
function isInUse(ours: Element): boolean {
  const { shadowRoot } = ours;
  return (shadowRoot ?? ours).querySelector(shadowRoot ? 'dialog[open]' : 'button') !== null;
}

/** What finds the names of the classes in selectors. */
function listClassNames(selectors: string): RegExp {
  const names = [...selectors.matchAll(/\.([\w-]+)/g)].map(([, name]) => name);
  return new RegExp(`(?<![\\w-])(?:${names.join('|')})(?![\\w-])`, 'g');
}
