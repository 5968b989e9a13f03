import { guard } from '../guard.ts';
import type { AllWatched } from './adapter.ts';
import { FORMS, INNER, OURS, PRODUCT_FORM, PRODUCT_TAG, TILE } from './areas.ts';
import { HOLDS_OPTIONS, HOLDS_PRODUCTS, INIT_SCRIPT } from './luma-configuration.ts';
import type { Given } from './merchant-selectors.ts';
import { PRICE } from './product-identity.ts';
import { SOLD_OUT_LABEL } from './stock.ts';
import type { Gathering } from './watch-page.ts';

/** Decides which changes of a page require a new reading. Ignoring a change costs one call; the browser does the rest. */
export interface Look {
  /** Requests a new reading when a change affects something that is read. */
  readonly see: (records: readonly MutationRecord[]) => void;
  /** Whether a native `change` event comes from something that is read. */
  seesEvent(event: Event): boolean;
}

/** What decides whether a change matters. */
export interface LookOptions {
  /** Selectors of everything that the widget and its adapters read. */
  readonly watched: AllWatched;
  /** Whether some code may read any other part of the page, too. */
  readonly isAnyRead: boolean;
  /** Attributes that matter on every element. */
  readonly attributes: readonly string[];
  /** Selector of the label that marks a tile as sold out; undefined when the widget leaves tiles alone. */
  readonly tileLabel: string | undefined;
  /** The elements that merchants' own selectors match. */
  readonly given: Given | undefined;
}

/** The selectors and names that each change is compared with. */
interface Signs extends LookOptions {
  readonly page: Document;
  /** What marks a tile as sold out; undefined when the widget leaves tiles alone. */
  readonly tileSigns: string | undefined;
  /** Elements that matter when they are added or removed: anywhere, and inside a product's form. */
  readonly elements: string;
  readonly inForm: string;
  /** Elements that matter with all their contents. */
  readonly wholes: string;
  /** The elements around any change of contents that may matter. */
  readonly places: string;
  /** Finds the classes that matter. */
  readonly classNames: RegExp;
}

function prepareSigns(page: Document, options: LookOptions): Signs {
  const { watched, isAnyRead, tileLabel } = options;
  const tileSigns = tileLabel && `${tileLabel}, ${PRODUCT_TAG}`;
  const tiles = tileSigns ? `, ${TILE}, ${tileSigns}` : '';
  const elements = `${watched.elements}, ${OURS}, ${PRICE}${tiles}`;
  const wholes = `${watched.contents}, ${OURS}${tiles}`;
  // A class matters only when one of the selectors names it.
  const names = watched.attributes.class
    ?.match(/\.[\w-]+/g)
    ?.join('|')
    .replaceAll('.', '');
  return {
    ...options,
    page,
    tileSigns,
    elements,
    inForm: `${elements}, ${watched.formElements}`,
    wholes,
    places: isAnyRead ? '*' : `${wholes}, ${FORMS}`,
    classNames: new RegExp(`(?<![\\w-])(?:${names})(?![\\w-])`, 'g'),
  };
}

// Fields of a form may have the names of its members (`<input name="closest">`), so these functions take the members from
// the prototype.

/** Creates the look at the changes of a page. */
export function createLook(page: Document, options: LookOptions, reading: Gathering): Look {
  const signs = prepareSigns(page, options);
  const { isAnyRead, watched, given } = options;
  const { closest, matches, querySelector, getAttribute } = Element.prototype;
  // Magento removes all the scripts of its components; what they contained still holds, so their removal does not matter.
  const inQuestion = { true: `${signs.inForm}, ${INIT_SCRIPT}`, false: signs.inForm };

  return {
    see: guard((records) => {
      if (reading.isWanted) return;
      let isOneSeen = given?.hasChanged() === true;
      // A page may change hundreds of times a second, so what decides about most changes calls no function of ours.
      for (const record of records) {
        const { target, attributeName, oldValue } = record;
        // Sliders write the same class in every frame.
        let mayBeRead =
          attributeName === null
            ? closest.call(target, signs.places) !== null
            : getAttribute.call(target, attributeName) !== oldValue;
        for (const node of [...record.removedNodes, ...record.addedNodes]) {
          const selector = inQuestion[`${node.isConnected}`];
          mayBeRead ||=
            node instanceof Element &&
            (matches.call(node, selector) || querySelector.call(node, selector) !== null);
        }
        isOneSeen ||= mayBeRead && isSeen(signs, record);
      }
      if (isOneSeen) reading.want();
    }),
    seesEvent({ target }) {
      if (isAnyRead || !(target instanceof Element)) return isAnyRead;
      const around = closest.call(target, INNER);
      const isInTile = around !== null && matches.call(around, TILE);
      return !isInTile && closest.call(target, watched.contents) !== null;
    },
  };
}

function isSeen(signs: Signs, record: MutationRecord): boolean {
  const { watched, attributes, classNames } = signs;
  const { target, attributeName: name, oldValue } = record;
  if (name === null) return seesNodes(signs, record);
  const { closest, matches } = Element.prototype;
  const selector = watched.attributes[name];
  const isAny = attributes.includes(name);
  const wasNamed = name === 'class' && oldValue?.match(classNames);
  if (!isAny && !wasNamed && !(selector && matches.call(target, selector))) return false;
  const around: Element | null = closest.call(target, `${OURS}, ${INNER}`);
  const isOursOrTile = around && matches.call(around, `${OURS}, ${TILE}`);
  if (isOursOrTile && !isSoldOutTile(signs, around)) return false;
  if (isAny || name !== 'class') return true;
  const now = (target as Element).getAttribute(name);
  return oldValue?.match(classNames)?.join() !== now?.match(classNames)?.join();
}

function seesNodes(signs: Signs, { target, addedNodes, removedNodes }: MutationRecord): boolean {
  const { closest, matches } = Element.prototype;
  const nodes = [...removedNodes, ...addedNodes];
  const isInWhole =
    signs.isAnyRead || matches.call(target, FORMS) || closest.call(target, signs.wholes);
  if (isInWhole && isWholeRead(signs, target as Element, nodes)) return true;
  return isOneRead(signs, nodes, target);
}

/** Whether added or removed nodes are read because of their place, whatever they are. */
function isWholeRead(signs: Signs, target: Element, nodes: readonly Node[]): boolean {
  const { closest, matches } = Element.prototype;
  const around: Element | null = closest.call(target, `${OURS}, ${INNER}`);
  if (around && matches.call(around, OURS)) return around.isConnected && !isInUse(around);
  const isTile = around !== null && matches.call(around, TILE);
  if (!signs.isAnyRead && isTile && !isSoldOutTile(signs, around)) return false;
  for (const node of nodes) {
    if (!(node instanceof Element && matches.call(node, OURS))) return true;
  }
  return false;
}

function isSoldOutTile({ tileSigns }: Signs, tile: Element): boolean {
  const { querySelector } = Element.prototype;
  return (
    tileSigns !== undefined && querySelector.call(tile, `${tileSigns}, .back-in-stock`) !== null
  );
}

function isOneRead(signs: Signs, nodes: readonly Node[], target: Node): boolean {
  const { closest, matches, querySelectorAll } = Element.prototype;
  const { inForm, elements } = signs;
  const selector = `${closest.call(target, FORMS) ? inForm : elements}, ${INIT_SCRIPT}`;
  const around = closest.call(target, INNER);
  for (const node of nodes) {
    if (!(node instanceof Element)) continue;
    for (const found of [node, ...querySelectorAll.call(node, selector)]) {
      if (matches.call(found, selector) && isRead(signs, found, around)) return true;
    }
  }
  return false;
}

/** Whether an added or removed element is read in its place. */
function isRead(signs: Signs, found: Element, around: Element | null): boolean {
  const { closest, matches } = Element.prototype;
  const ours: Element | null = closest.call(found, OURS);
  if (ours) return !ours.isConnected && isInUse(ours);
  const owner = closest.call(found, INNER) ?? around;
  if (owner && matches.call(owner, TILE)) return isReadInTile(signs, found, owner);
  if (matches.call(found, INIT_SCRIPT)) return found.isConnected && holdsData(found);
  // Beside a product form, the price matters only for a sold-out product: it shows whether that is sold as a whole.
  const { page } = signs;
  if (!matches.call(found, PRICE) || page.querySelector(PRODUCT_FORM) === null) return true;
  return page.querySelector(SOLD_OUT_LABEL) !== null;
}

/**
 * Whether an added or removed tile, or element in a tile, is read. A list without a stock label may still hold a product
 * that the server has printed as sold out.
 */
function isReadInTile({ page, tileSigns }: Signs, found: Element, tile: Element): boolean {
  if (!tileSigns) return false;
  if (found !== tile) return Element.prototype.matches.call(found, tileSigns);
  return page.querySelector(PRODUCT_TAG) !== null;
}

/** Whether a script of Magento's components contains product data. */
function holdsData({ textContent }: Element): boolean {
  const text = textContent ?? '';
  return HOLDS_OPTIONS.test(text) || HOLDS_PRODUCTS.test(text);
}

/**
 * Whether an element of the widget still holds its button, or its open dialog. The widget empties the elements that it
 * removes itself, so a removed element that still holds one was removed by the theme.
 */
function isInUse(ours: Element): boolean {
  const { shadowRoot } = ours;
  return (shadowRoot ?? ours).querySelector(shadowRoot ? 'dialog[open]' : 'button') !== null;
}
