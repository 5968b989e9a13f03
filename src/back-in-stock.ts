import type { Options } from './configuration/options.ts';
import { createPageSettings } from './configuration/page-settings.ts';
import { guard, log } from './guard.ts';
import type { LoadForm } from './loading/form-loading.ts';
import type { Adapter } from './page/adapter.ts';
import { ownMembers } from './page/document.ts';
import { addAdapter, forgetPage } from './page/product-page.ts';
import { at } from './product/product-data.ts';
import { createSession } from './session.ts';

// One page has one widget. This file sees to that; `session.ts` is the widget, read from top to bottom as the data flows.

/** A running widget. */
export interface Handle {
  /** Ends the widget and leaves the page as it was. Calling it again does nothing. */
  destroy(): void;
  /**
   * Opens the modal: for the given sold-out variant, else for what the button offers now, else for all
   * that is sold out. Gives true once it is open, false when there is nothing to offer, or the form cannot be loaded. One
   * that is open already keeps what it shows. Never rejects.
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
  readonly options: Options | undefined;
  /** Ends the widget so that another one can take its place. */
  end(): void;
  addPlaceholder(element: Element): void;
}

type WatchedDocument = Document & { [RUNNING]?: Running | undefined };

/** The handle where nothing runs. */
export const INERT: Handle = {
  destroy() {},
  open: () => Promise.resolve(false),
  refresh() {},
  select() {},
};

/** Starts the widget, or gives the handle of the one that runs. */
export type Init = (options?: Options, element?: Element) => Handle;

/**
 * Makes `init` for one way of use, which starts the widget on this page. One page has one widget: a second call, also from
 * a second copy of the script, gives the same handle. Never throws; where there is no page (on a server), and in browsers
 * without `<dialog>` or adopted style sheets, the handle does nothing.
 *
 * `init` takes what the merchant has set, which the page's JSON tag fills up, and an element of the page that the button
 * goes into, as `data-mage-init` gives it.
 */
export function createInit(loadForm: LoadForm): Init {
  const startGuarded = guard(startOnce);
  return (options, element) => startGuarded(loadForm, options, element) ?? INERT;
}

/** Whether the widget was started on this page by this copy of the script, or runs by another one. */
export function hasStarted(): boolean {
  return wasStarted || (document as WatchedDocument)[RUNNING] !== undefined;
}

let wasStarted = false;

/**
 * Teaches the widget a theme of one's own, until the widget is destroyed. It is asked before all adapters that come with the
 * widget, whether the widget has started or not.
 */
export const registerAdapter = guard((adapter: Adapter): void => {
  addAdapter(adapter);
  if (typeof document !== 'undefined') (document as WatchedDocument)[RUNNING]?.handle.refresh();
});

function startOnce(
  loadForm: LoadForm,
  options: Options | undefined,
  element: Element | undefined,
): Handle {
  if (!isSupported()) return INERT;
  wasStarted = true;
  const page: WatchedDocument = document;
  // A JSON tag that somebody else has put on the page must not be faster than the shop's own call.
  const first = page[RUNNING];
  if (first?.hasOwnKey === false && at(options, 'apiKey')) first.end();
  else if (first) compareSettings(first.options, options);
  page[RUNNING] ??= start(page, loadForm, options);
  const running = page[RUNNING];
  if (element) running.addPlaceholder(element);
  return running.handle;
}

/** The first settings count for the whole page; whoever starts it with others should know. A call without any asks for the handle. */
function compareSettings(first: Options | undefined, second: Options | undefined): void {
  // Functions are told apart by their text.
  const write = guard((options: object) =>
    JSON.stringify(options, (_, value) => (typeof value === 'function' ? `${value}` : value)),
  );
  if (write({ ...first, ...second }) !== write({ ...first })) {
    log('is running already, so that the settings of another start do not count.', 'warn');
  }
}

function start(page: WatchedDocument, loadForm: LoadForm, options: Options | undefined): Running {
  const own = ownMembers(page);
  const settings = createPageSettings(own, options);
  const session = createSession(own, settings, loadForm);
  const running: Running = {
    hasOwnKey: settings.hasOwnKey,
    options,
    end() {
      session.destroy();
      if (page[RUNNING] === running) delete page[RUNNING];
    },
    addPlaceholder: (element) => guard(session.addPlaceholder)(element),
    handle: {
      destroy: () =>
        guard(() => {
          if (page[RUNNING] !== running) return;
          running.end();
          forgetPage();
        })(),
      open: async (variantId) => (await guard(session.open)(variantId)) ?? false,
      refresh: () => guard(session.refresh)(),
      select: (variantId) => guard(session.select)(variantId),
    },
  };
  return running;
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
