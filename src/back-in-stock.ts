import { announce } from './announce.ts';
import { type AreaView, createAreaView } from './area-view.ts';
import { askCustomerEmail } from './catalogue/ask-customer-email.ts';
import { createCatalogue } from './catalogue/catalogue.ts';
import { describeProduct, findProduct } from './catalogue/find-product.ts';
import type { Configuration, EventDetail, EventName, Options } from './configuration/options.ts';
import { listJsonTags, readJsonTag, readMark } from './configuration/read-tags.ts';
import type { Dispose } from './dispose.ts';
import { guard, tell } from './guard.ts';
import type { Adapter } from './page/adapter.ts';
import { readCustomer } from './page/customer.ts';
import { ownMembers } from './page/own-members.ts';
import { addAdapter, createPageReader, type ProductArea, watchPage } from './page/product-page.ts';
import { readStoreView } from './page/store-view.ts';
import { whenParsed } from './page/when-parsed.ts';
import { catalogueId } from './product/catalogue-id.ts';
import { at } from './product/doubtful.ts';
import { mayBeOffered } from './product/offer.ts';
import type { Offer, Product, Variant } from './product/product.ts';
import { listKept } from './subscribe/kept.ts';
import type { OnSettled, OnSettledElsewhere, Outbox } from './subscribe/outbox.ts';
import type { Modal } from './ui/modal.tsx';

// The one wiring file: it reads from top to bottom as the data flows, from the page to the answer.
// Every `import()` is a stage that most page views never reach. All stages are in the same file of
// the bundle, and their code (zod, then Preact) runs when the stage is first reached.

/** A running widget. */
export interface Handle {
  /** Ends the widget and leaves the page as it was. Calling it again does nothing. */
  destroy(): void;
  /**
   * Opens the modal: for the given sold-out variant, else for what the button offers now, else for all
   * that is sold out. Gives true once it is open, false when there is nothing to offer. One that is open
   * already keeps what it shows. Never rejects.
   */
  open(variantId?: string): Promise<boolean>;
  /** Reads the page and its product data anew. Needed only where data changes and the page does not. */
  refresh(): void;
  /**
   * Says which variant the shopper has chosen, where the page does not tell: in shops that give the product
   * themselves. Without an id, and for a variant that the product does not have, the page's own selection
   * counts again.
   */
  select(variantId?: string): void;
}

const RUNNING = Symbol.for('magento-back-in-stock');

interface Running {
  readonly handle: Handle;
  /** Whether code has given the key, and not the page's HTML. */
  readonly hasOwnKey: boolean;
  addPlaceholder(element: Element): void;
}

/** The handle where nothing runs. */
export const INERT: Handle = {
  destroy() {},
  open: () => Promise.resolve(false),
  refresh() {},
  select() {},
};

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

/** Whether the widget was started on this page by this copy of the script, or runs by another one. */
export function hasStarted(): boolean {
  return wasStarted || (document as WatchedDocument)[RUNNING] !== undefined;
}

let wasStarted = false;

/**
 * Teaches the widget a theme of one's own. It is asked before all adapters that come with the widget,
 * whether the widget has started or not.
 */
export const registerAdapter = guard((adapter: Adapter): void => {
  addAdapter(adapter);
  if (typeof document !== 'undefined') (document as WatchedDocument)[RUNNING]?.handle.refresh();
});

type WatchedDocument = Document & { [RUNNING]?: Running | undefined };

function initOnPage(options: Options | undefined, element: Element | undefined): Handle {
  if (!isSupported()) return INERT;
  wasStarted = true;
  const page: WatchedDocument = document;
  // A JSON tag that somebody else has put on the page must not be faster than the shop's own call.
  const first = page[RUNNING];
  if (first?.hasOwnKey === false && at(options, 'apiKey')) first.handle.destroy();
  page[RUNNING] ??= start(ownMembers(page), options, () => {
    delete page[RUNNING];
  });
  const running = page[RUNNING];
  if (element) running.addPlaceholder(element);
  return running.handle;
}

/**
 * First stage, on every page view: find the products, follow them, and wait until something is sold out. What an
 * earlier page could not send is sent at once.
 */
function start(page: Document, options: Options | undefined, onDestroyed: () => void): Running {
  const placeholders = new Set<Element>();
  const mark = readMark(options);
  let printed: unknown;
  const hasOwnKey = Boolean(at(options, 'apiKey'));
  let isPrintedRead = false;
  let isRefused = false;
  let read: () => ProductArea[] = () => [];
  let starting: Promise<Widget | undefined> | undefined;
  let widget: Widget | undefined;
  let selected: string | undefined;
  let isKept = false;
  let isDestroyed = false;

  const update = guard(async () => {
    if (isDestroyed) return;
    forgetGone(placeholders);
    let areas = read();
    if (!widget) {
      if (!starting && !isKept && !areas.some(({ product }) => mayBeOffered(product))) return;
      starting ??= createWidget(page, listSources(), placeholders, {
        update,
        selected: () => selected,
      });
      widget = await starting;
      if (isDestroyed) return widget?.destroy();
      areas = read();
    }
    widget?.update(areas);
  });

  let stopWatching: Dispose | undefined;

  /**
   * The settings that the page was printed with. They are read once: what comes into the page later, reviews for example,
   * changes none of them. Only where nobody has given a key, they are waited for.
   */
  function readPrinted(): unknown {
    if (!isPrintedRead) {
      printed = readJsonTag(page, mark);
      isRefused = printed === undefined && listJsonTags(page, mark).length > 0;
    }
    isPrintedRead = printed !== undefined || hasOwnKey;
    return printed;
  }

  /** All settings, the later over the earlier; none where a tag was refused, which may hold the text for the consent. */
  function listSources(): readonly unknown[] | undefined {
    const sources = [readPrinted(), options];
    return isRefused ? undefined : sources;
  }

  /** From here on everything on the page is read anew. */
  function watch(): void {
    stopWatching?.();
    const settings = readPrinted();
    read = createPageReader(page, mark, {
      product: at(options, 'product') ?? at(settings, 'product'),
      listing: at(options, 'listing') ?? at(settings, 'listing'),
      stockLabel: at(options, 'stockLabel') ?? at(settings, 'stockLabel'),
    });
    stopWatching = watchPage(page, update);
  }

  const parsed = whenParsed(page).then(
    guard(() => {
      if (isDestroyed) return;
      watch();
      isKept = listKept().length > 0;
      return update();
    }),
  );

  const handle: Handle = {
    destroy: guard(() => {
      if (isDestroyed) return;
      isDestroyed = true;
      stopWatching?.();
      widget?.destroy();
      onDestroyed();
    }),
    async open(variantId) {
      await parsed;
      await update();
      return (!isDestroyed && (await widget?.open(variantId))) || false;
    },
    refresh: guard(async () => {
      await parsed;
      if (isDestroyed) return;
      watch();
      widget?.forgetFailures();
      // What kept the widget from starting, a missing store for example, may be there now.
      const attempt = starting;
      if (!(await attempt) && attempt === starting) starting = undefined;
      await update();
    }),
    select: guard((variantId) => {
      selected = String(variantId);
      return update();
    }),
  };
  const addPlaceholder = guard((element: Element) => {
    placeholders.add(element);
    return update();
  });
  return { handle, hasOwnKey, addPlaceholder };
}

function forgetGone(elements: Set<Element>): void {
  for (const element of elements) if (!element.isConnected) elements.delete(element);
}

interface Widget {
  /** Shows what fits this state of the page; nothing where it is unknown. */
  update(areas: readonly ProductArea[]): void;
  open(variantId?: string): Promise<boolean> | undefined;
  /** Lets GraphQL be asked again what it could not answer. */
  forgetFailures(): void;
  destroy(): void;
}

/** What the later stages need of the first. */
interface Start {
  /** Reads the page and shows what fits it. */
  update(): void;
  /** The variant that the merchant's own code says is chosen. */
  selected(): string | undefined;
}

/** Second stage, once something is sold out or kept: the configuration, the outbox, the button, and the modal behind it. */
async function createWidget(
  page: Document,
  sources: readonly unknown[] | undefined,
  placeholders: ReadonlySet<Element>,
  start: Start,
): Promise<Widget | undefined> {
  const { parseConfiguration } = await import('./configuration/parse-configuration.ts');
  const configuration = sources && parseConfiguration(sources);
  const { createOutbox } = await import('./subscribe/outbox.ts');
  return configuration && connect(page, configuration, createOutbox, placeholders, start);
}

/** The numeric id of the store view that subscriptions belong to; undefined when nothing tells it. */
function storeOf(
  { store }: Configuration,
  areas: readonly Pick<ProductArea, 'product'>[],
): string | undefined {
  const told = [store, ...areas.map(({ product }) => product.storeId), readStoreView().id];
  return told.map(String).find((id) => /^\d+$/.test(id));
}

/** Connects what the page says with the buttons, the buttons with the modal, and the modal with Klaviyo. */
function connect(
  page: Document,
  configuration: Configuration,
  createOutbox: (
    configuration: Configuration,
    onSettled: OnSettled,
    onSettledElsewhere: OnSettledElsewhere,
  ) => Outbox,
  placeholders: ReadonlySet<Element>,
  { update: updatePage, selected }: Start,
): Widget {
  const { apiKey, catalogue: catalogueName, newsletterList, texts, timeout } = configuration;
  const { variantId, graphql, checkStock, customerEmail } = configuration;
  const views = new Map<Element, AreaView>();
  let areas: readonly ProductArea[] = [];
  let opener: AreaView | undefined;
  let modal: Modal | undefined;
  let isDestroyed = false;
  let pressed: MouseEvent | undefined;

  const keepPress = (event: MouseEvent) => {
    pressed = event;
  };
  addEventListener('pointerdown', keepPress, true);

  const shopOf = (product?: Product) => ({
    graphql,
    timeout,
    storeCode: configuration.storeCode || product?.storeCode || readStoreView().code,
  });
  const catalogue = createCatalogue(
    async (product) => (graphql ? findProduct(shopOf(product), product) : adviseOfGraphql(product)),
    checkStock,
    updatePage,
  );

  function adviseOfGraphql(product: Product): undefined {
    const problem = product.isIncomplete
      ? 'seems to be sold out, and the page does not say what can be subscribed to'
      : 'is sold out on this page, which may be wrong';
    tell(
      `product ${describeProduct(product)} ${problem}. Set "graphql", or print data-back-in-stock-product.`,
      'warn',
    );
  }

  const settle: OnSettledElsewhere = (key, result) => modal?.settle(key, result);

  /** What was kept has got its answer: on this page, or for an earlier one. Another tab tells of its own. */
  const outbox = createOutbox(
    configuration,
    (key, offer, result) => {
      if (result.ok) announceEvent('subscribed', offer);
      else announceEvent('failed', { ...offer, reason: result.reason });
      settle(key, result);
    },
    settle,
  );
  outbox.sendKept();

  function update(next: readonly ProductArea[]): void {
    areas = storeOf(configuration, next) ? next : [];
    if (!areas.length && next.some(({ product }) => mayBeOffered(product))) {
      tell('store is missing. Give the numeric id of the store view.');
    }
    modal?.closeIfGone();
    const gone = new Set(views.keys());
    for (const state of areas) {
      gone.delete(state.area);
      viewOf(state.area).show(state);
    }
    for (const area of gone) {
      views.get(area)?.show(undefined);
      views.delete(area);
    }
  }

  function viewOf(area: Element): AreaView {
    const known = views.get(area);
    if (known) return known;
    const view: AreaView = createAreaView(area, configuration, placeholders, {
      complete: catalogue.complete,
      find: catalogue.find,
      refresh: updatePage,
      subscribable,
      selected,
      open: (product, variants, chosen) => openModal({ product, variants }, view, chosen),
      shown: (detail) => announceEvent('shown', detail),
    });
    views.set(area, view);
    return view;
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
  async function openModal(
    offer: Offer,
    from: AreaView | undefined,
    chosen: string | undefined,
  ): Promise<boolean> {
    const { createModal } = await import('./ui/modal.tsx');
    if (isDestroyed) return false;
    const isFirst = !modal;
    modal ??= createModal(page, configuration, {
      subscribe(product, variants, { email, newsletter, consent }, waiting) {
        const [variant] = variants;
        const fields = {
          a: apiKey,
          email,
          variant: (variant && idOf(product, variant)) ?? '',
          store: storeOf(configuration, [{ product }, ...areas]) ?? '',
          g: newsletter ? newsletterList : '',
          catalogue: catalogueName,
          consent: consent || !texts.consent,
        };
        return outbox.deliver(fields, { product, variants }, waiting);
      },
      announce: announceEvent,
      lastPress: () => pressed,
      returnFocus() {
        // What the modal was opened by may have been drawn anew in this very moment.
        updatePage();
        opener?.focus();
      },
    });
    if (modal.open(offer, from?.button(), chosen)) opener = from;
    if (isFirst) void recogniseShopper(offer.product);
    return true;
  }

  /**
   * Fills in the e-mail address of a shopper who is logged in; for anyone else there is none. Asked about a guest,
   * Magento would write an exception to its log.
   */
  const recogniseShopper = guard(async (product: Product) => {
    const { email, isLoggedIn } = readCustomer();
    const isAsked = customerEmail && graphql && !email && isLoggedIn;
    modal?.recognise(isAsked ? await askCustomerEmail(shopOf(product)) : email);
  });

  function announceEvent(name: EventName, detail: EventDetail): void {
    announce(page, configuration.on, name, detail);
  }

  return {
    update,
    open: guard(async (wanted) => {
      for (const view of views.values()) if (await view.open(wanted)) return true;
      return false;
    }),
    forgetFailures: catalogue.forgetFailures,
    destroy() {
      isDestroyed = true;
      removeEventListener('pointerdown', keepPress, true);
      outbox.destroy();
      modal?.destroy();
      update([]);
    },
  };
}

/** What the modal and the button cannot do without; older browsers get no button and no error. */
function isSupported(): boolean {
  return (
    typeof document !== 'undefined' &&
    'adoptedStyleSheets' in Document.prototype &&
    typeof HTMLDialogElement === 'function' &&
    'showModal' in HTMLDialogElement.prototype
  );
}
