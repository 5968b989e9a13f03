import { announce } from './announce.ts';
import type { Configuration, EventDetail, EventName, Options } from './configuration/options.ts';
import { readJsonTag } from './configuration/read-tags.ts';
import { guard, tell } from './guard.ts';
import { findAddToCart, findPlaces } from './page/places.ts';
import { createPageReader, type PageState, watchPage } from './page/product-page.ts';
import { readStoreViewId } from './page/store-view.ts';
import { whenParsed } from './page/when-parsed.ts';
import { catalogueId } from './product/catalogue-id.ts';
import { isComplete, offeredVariants, soldOutVariants } from './product/offer.ts';
import type { Product, Variant } from './product/product.ts';
import { createAddToCartSwitch } from './ui/add-to-cart.ts';
import { fillIn } from './ui/fill-in.ts';
import type { Modal } from './ui/modal.tsx';
import { createTrigger } from './ui/trigger.ts';

// The one wiring file: it reads from top to bottom as the data flows, from the page to the answer.
// Every `import()` is a stage that most page views never reach. All stages are in the same file of
// the bundle, and their code (zod, then Preact) runs when the stage is first reached.

/** A running widget. */
export interface Handle {
  /** Ends the widget and leaves the page as it was. Calling it again does nothing. */
  destroy(): void;
  /**
   * Opens the modal: for the given sold-out variant, else for what the button offers now, else for all
   * that is sold out. Gives true once it is open, false when there is nothing to offer. Never rejects.
   */
  open(variantId?: string): Promise<boolean>;
  /** Reads the page and its product data anew. Needed only where data changes and the page does not. */
  refresh(): void;
}

const RUNNING = Symbol.for('magento-back-in-stock');

interface Running {
  readonly handle: Handle;
  addPlaceholder(element: Element): void;
}

const INERT: Handle = { destroy() {}, open: () => Promise.resolve(false), refresh() {} };

/**
 * Starts the widget on this page. One page has one widget: a second call, also from a second copy of
 * the script, gives the same handle. Never throws; where there is no page (on a server), and in
 * browsers without `<dialog>` or adopted style sheets, the handle does nothing.
 *
 * @param options What the merchant has set; the page's JSON tag fills in what is missing here.
 * @param element An element of the page that the button goes into, as `data-mage-init` gives it.
 */
export function init(options?: Options, element?: Element): Handle {
  return guard(initOnPage)(options, element) ?? INERT;
}

function initOnPage(options: Options | undefined, element: Element | undefined): Handle {
  if (!isSupported()) return INERT;
  const page = document as Document & { [RUNNING]?: Running | undefined };
  page[RUNNING] ??= start(page, options, () => {
    delete page[RUNNING];
  });
  const running = page[RUNNING];
  if (element) running.addPlaceholder(element);
  return running.handle;
}

/** First stage, on every page view: find the product, follow it, and wait until something is sold out. */
function start(page: Document, options: Options | undefined, onDestroyed: () => void): Running {
  const placeholders = new Set<Element>();
  let read = createPageReader(page);
  let starting: Promise<Widget | undefined> | undefined;
  let widget: Widget | undefined;
  let isDestroyed = false;

  const update = guard(async () => {
    const state = read();
    if (!starting && !(state && soldOutVariants(state.product).length)) return;
    starting ??= createWidget(page, options, placeholders);
    widget = await starting;
    if (!isDestroyed) widget?.update(read());
  });

  const parsed = whenParsed(page);
  let stopWatching = () => {};
  void parsed.then(
    guard(() => {
      if (isDestroyed) return;
      stopWatching = watchPage(page, update);
      return update();
    }),
  );

  const handle: Handle = {
    destroy: guard(() => {
      if (isDestroyed) return;
      isDestroyed = true;
      stopWatching();
      widget?.destroy();
      onDestroyed();
    }),
    async open(variantId) {
      await parsed;
      await update();
      const open = guard(async () => !isDestroyed && (await widget?.open(variantId)));
      return (await open()) ?? false;
    },
    refresh: guard(async () => {
      read = createPageReader(page);
      // What kept the widget from starting, a missing store for example, may be there now.
      const attempt = starting;
      if (!(await attempt) && attempt === starting) starting = undefined;
      if (page.readyState !== 'loading') await update();
    }),
  };
  const addPlaceholder = guard((element: Element) => {
    placeholders.add(element);
    if (page.readyState !== 'loading') return update();
  });
  return { handle, addPlaceholder };
}

interface Widget {
  /** Shows what fits this state of the page; nothing when it is unknown. */
  update(state: PageState | undefined): void;
  open(variantId?: string): Promise<boolean>;
  destroy(): void;
}

/** Second stage, once something is sold out: the configuration, the button, and the modal behind it. */
async function createWidget(
  page: Document,
  options: Options | undefined,
  placeholders: ReadonlySet<Element>,
): Promise<Widget | undefined> {
  const { parseConfiguration } = await import('./configuration/parse-configuration.ts');
  const configuration = parseConfiguration([readJsonTag(page), options]);
  const store = configuration?.store || readStoreViewId(page);
  if (configuration && store) return connect(page, configuration, String(store), placeholders);
  if (configuration) {
    tell('store is missing. Give the numeric id of the store view.');
  }
  return undefined;
}

/** Connects what the page says with the button, the button with the modal, and the modal with Klaviyo. */
function connect(
  page: Document,
  configuration: Configuration,
  store: string,
  placeholders: ReadonlySet<Element>,
): Widget {
  const { apiKey, endpoint, timeout, variantId, trigger: triggerOptions, texts } = configuration;
  let state: PageState | undefined;
  let offered: readonly Variant[] = [];
  let modal: Modal | undefined;
  let isDestroyed = false;

  const hideAddToCart = createAddToCartSwitch(() => findAddToCart(page));
  const trigger = createTrigger(
    page,
    triggerOptions,
    () => findPlaces(page, triggerOptions, placeholders),
    () => openModal(offered),
  );

  function update(next: PageState | undefined): void {
    const wasShown = trigger.button();
    modal?.closeIfGone();
    state = next;
    offered = next ? subscribable(next.product, offeredVariants(next.product, next.selection)) : [];
    if (!next || !offered.length) {
      trigger.show(undefined);
      hideAddToCart(false);
      return;
    }
    const { product, selection } = next;
    const chosen = isComplete(product, selection) ? offered[0] : undefined;
    trigger.show(fillIn(texts.trigger, product, chosen));
    hideAddToCart(triggerOptions.hideAddToCart && chosen !== undefined);
    if (trigger.button() && !wasShown) announceEvent('shown', { product, variants: offered });
  }

  /** The variants of which it is certain what Klaviyo calls them. */
  function subscribable(product: Product, variants: readonly Variant[]): readonly Variant[] {
    return variants.filter((variant) => {
      const id = idOf(product, variant);
      if (!id) tell('variantId gives nothing for some variants. "id" always does.');
      return id;
    });
  }

  const idOf = guard((product: Product, variant: Variant) =>
    catalogueId(product, variant, variantId),
  );

  /** Third stage, at the first opening: the modal, the validation and the request. */
  async function openModal(variants: readonly Variant[]): Promise<boolean> {
    const product = state?.product;
    if (!product || !variants.length) return false;
    const { createModal } = await import('./ui/modal.tsx');
    const { subscribe } = await import('./subscribe/subscribe.ts');
    if (isDestroyed) return false;
    modal ??= createModal(page, configuration, {
      async subscribe(from, variant, email, controller) {
        const id = variant && idOf(from, variant);
        const fields = { a: apiKey, email, variant: id ?? '', store };
        const result = await subscribe(fields, { endpoint, timeout, controller });
        if (!result.ok && result.reason === 'refused') {
          tell('Klaviyo refused a subscription. Check "apiKey".', 'warn');
        }
        return result;
      },
      announce: announceEvent,
      returnFocus() {
        update(state);
        trigger.button()?.focus({ preventScroll: true });
      },
    });
    modal.open({ product, variants }, trigger.button());
    return true;
  }

  function announceEvent(name: EventName, detail: EventDetail): void {
    announce(page, configuration.on, name, detail);
  }

  return {
    update,
    async open(wanted) {
      const all = state ? subscribable(state.product, soldOutVariants(state.product)) : [];
      if (wanted) return openModal(all.filter(({ id }) => id === wanted));
      return openModal(offered.length ? offered : all);
    },
    destroy() {
      isDestroyed = true;
      modal?.destroy();
      update(undefined);
    },
  };
}

/** What the modal and the button cannot do without; older browsers get no button and no error. */
function isSupported(): boolean {
  return (
    typeof document !== 'undefined' &&
    'adoptedStyleSheets' in document &&
    'showModal' in document.createElement('dialog')
  );
}
