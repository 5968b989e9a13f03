import type { Options } from './configuration/options.ts';
import { createPageSettings } from './configuration/page-settings.ts';
import { guard, log } from './guard.ts';
import type { LoadForm } from './loading/form-loading.ts';
import type { CreateLanguage } from './loading/language.ts';
import type { Adapter } from './page/adapter.ts';
import { ownMembers } from './page/document.ts';
import { addAdapter, forgetPage } from './page/product-page.ts';
import { at } from './product/product-data.ts';
import { createSession, type Loaders } from './session.ts';

// This file ensures that a page has only one widget. The widget itself is `session.ts`, ordered as the data flows.

/** A running widget. */
export interface Handle {
  /** Ends the widget and leaves the page as it was. Calling it again does nothing. */
  destroy(): void;
  /**
   * Opens the modal for the given sold-out variant; without an id, for what the button offers now, else for all sold-out
   * variants. Resolves with true once the modal is open, with false when there is nothing to offer or the form cannot be
   * loaded. A modal that is open already does not change. Never rejects.
   */
  open(variantId?: string): Promise<boolean>;
  /** Reads the page and its product data again. Needed only where data changes and the page does not. */
  refresh(): void;
  /**
   * Sets the variant that the shopper has chosen, where the widget cannot read it from the page: in shops that give the
   * product themselves. Without an id, and for a variant that the product does not have, the page's own selection
   * counts again.
   */
  select(variantId?: string): void;
}

const RUNNING = Symbol.for('magento-back-in-stock');

interface Running {
  readonly handle: Handle;
  /** Whether the key comes from code, not from the page's HTML. */
  readonly hasOwnKey: boolean;
  readonly options: Options | undefined;
  /** Ends the widget so that another one can take its place. */
  end(): void;
  addPlaceholder(element: Element): void;
}

type WatchedDocument = Document & { [RUNNING]?: Running | undefined };

/** The handle where no widget runs; it does nothing. */
export const INERT: Handle = {
  destroy() {},
  open: () => Promise.resolve(false),
  refresh() {},
  select() {},
};

/** Starts the widget, or returns the handle of the one that runs. */
export type Init = (options?: Options, element?: Element) => Handle;

/**
 * Creates `init` for one way of use; `init` starts the widget on this page. One page has one widget: a second call, also
 * from a second copy of the script, returns the same handle. Never throws. On a server, where there is no page, and in
 * browsers without `<dialog>` or adopted style sheets, the handle does nothing.
 *
 * `init` takes the merchant's settings, which the page's JSON tag completes, and an element of the page for the button, as
 * `data-mage-init` passes it.
 */
export function createInit(loadForm: LoadForm, createLanguage?: CreateLanguage): Init {
  const startGuarded = guard(startOnce);
  const loaders = { loadForm, createLanguage };
  return (options, element) => startGuarded(loaders, options, element) ?? INERT;
}

/** Whether this copy of the script has started the widget on this page, or the widget of another copy runs. */
export function hasStarted(): boolean {
  return wasStarted || (document as WatchedDocument)[RUNNING] !== undefined;
}

let wasStarted = false;

/**
 * Adds an adapter for a theme of one's own, until the widget is destroyed. The widget asks it before all built-in adapters.
 * It can be added before or after the widget starts.
 */
export const registerAdapter = guard((adapter: Adapter): void => {
  addAdapter(adapter);
  if (typeof document !== 'undefined') (document as WatchedDocument)[RUNNING]?.handle.refresh();
});

function startOnce(
  loaders: Loaders,
  options: Options | undefined,
  element: Element | undefined,
): Handle {
  if (!isSupported()) return INERT;
  wasStarted = true;
  const page: WatchedDocument = document;
  // The shop's own call replaces a widget that was started by a JSON tag, which somebody else may have put on the page.
  const first = page[RUNNING];
  if (first?.hasOwnKey === false && at(options, 'apiKey')) first.end();
  else if (first) compareSettings(first.options, options);
  page[RUNNING] ??= start(page, loaders, options);
  const running = page[RUNNING];
  if (element) running.addPlaceholder(element);
  return running.handle;
}

/**
 * Logs a warning when a later start has other settings, because the first settings count for the whole page. A call without
 * settings only asks for the handle.
 */
function compareSettings(first: Options | undefined, second: Options | undefined): void {
  // Compares functions by their source text.
  const write = guard((options: object) =>
    JSON.stringify(options, (_, value) => (typeof value === 'function' ? `${value}` : value)),
  );
  if (write({ ...first, ...second }) !== write({ ...first })) {
    log('is running already, so that the settings of another start do not count.', 'warn');
  }
}

function start(page: WatchedDocument, loaders: Loaders, options: Options | undefined): Running {
  const own = ownMembers(page);
  const settings = createPageSettings(own, options);
  const session = createSession(own, settings, loaders);
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

/** Whether the browser has what the modal and the button need; older browsers get no button and no error. */
function isSupported(): boolean {
  return (
    typeof document !== 'undefined' &&
    'adoptedStyleSheets' in Document.prototype &&
    typeof HTMLDialogElement === 'function' &&
    'showModal' in HTMLDialogElement.prototype
  );
}
