import { type AreaView, createAreaView } from './area-view.ts';
import type { PageSettings } from './configuration/page-settings.ts';
import {
  readStartSettings,
  START_DEFAULTS,
  type StartSettings,
} from './configuration/start-settings.ts';
import type { Form, FormFile } from './form.ts';
import { announce, type Dispose, guard, log } from './guard.ts';
import { createFormLoading, type LoadForm } from './loading/form-loading.ts';
import { savesData } from './loading/intent.ts';
import { isSelector, whenParsed } from './page/document.ts';
import { createPageReader, type ProductArea, watchPage } from './page/product-page.ts';
import { findStore } from './page/visit.ts';
import { mayBeOffered, needsShop } from './product/offer.ts';
import type { ChosenOffer, Product } from './product/product.ts';
import { hasKept } from './subscribe/kept.ts';
import { removeCopies } from './ui/trigger.ts';

/** The widget on one page, from its start to its end. */
export interface Session {
  /** Adds an element as a place for the button. */
  addPlaceholder(element: Element): void;
  open(variantId?: string): Promise<boolean>;
  refresh(): Promise<void>;
  select(variantId?: string): void;
  destroy(): void;
}

/** Everything the session knows at one moment. */
interface State {
  settings: StartSettings;
  /** The products that the page shows, with their areas; empty while the settings do not allow an offer. */
  areas: readonly ProductArea[];
  /** The id of the variant that the merchant's own code has selected. */
  selected: string | undefined;
  /** Whether an earlier page has kept a subscription that is still to be sent. */
  isKept: boolean;
  /** The form's file, once it has loaded. */
  file: FormFile | undefined;
  /** The form; undefined before its file has loaded, and when it has refused the settings. */
  form: Form | undefined;
  /** The area that was pressed last, for which the form will open. */
  pressed: AreaView | undefined;
  /** The area for which the form has opened. */
  opener: AreaView | undefined;
  /** The last press on the page. The second tap of a double tap must not hit the form that the first has opened. */
  pointer: MouseEvent | undefined;
  isDestroyed: boolean;
}

/**
 * Creates the session: it reads the page, watches it, and shows the button and the sold-out swatches while something is
 * sold out. A press opens the form, which the session loads when a press is likely.
 */
export function createSession(page: Document, given: PageSettings, loadForm: LoadForm): Session {
  const state: State = {
    settings: START_DEFAULTS,
    areas: [],
    selected: undefined,
    isKept: false,
    file: undefined,
    form: undefined,
    pressed: undefined,
    opener: undefined,
    pointer: undefined,
    isDestroyed: false,
  };
  const placeholders = new Set<Element>();
  const views = new Map<Element, AreaView>();
  const loading = createFormLoading(
    (signal) => loadForm(state.settings.formUrl, signal),
    receiveForm,
  );
  let read: () => readonly ProductArea[] = () => [];
  let stopWatching: Dispose | undefined;

  const parsed = whenParsed(page).then(
    guard(() => {
      if (state.isDestroyed) return;
      watch();
      state.isKept = hasKept();
      update();
    }),
  );

  /** Reads the settings again, and the page from scratch. */
  function watch(): void {
    stopWatching?.();
    state.settings = readStartSettings(given.read());
    const { settings } = state;
    read = createPageReader(page, given.mark, settings);
    stopWatching = watchPage(page, guard(update), { ...settings, anchor: settings.trigger.anchor });
  }

  /** Reads the page as it is now, and updates the button and the swatches. */
  function update(): void {
    if (state.isDestroyed) return;
    forgetGone();
    // A key that is set later may come with other settings.
    if (!state.settings.apiKey && readStartSettings(given.read()).apiKey) watch();
    const areas = read();
    let isOffered = false;
    for (const { product } of areas) isOffered ||= mayBeOffered(product);
    if (!isOffered && !state.isKept && !views.size) return;
    const isReady = checkSettings() && (!isOffered || checkStore(areas));
    state.areas = isReady ? areas : [];
    show();
  }

  /** Forgets elements that a script has removed from the page. */
  function forgetGone(): void {
    for (const element of placeholders) if (!element.isConnected) placeholders.delete(element);
    state.form?.closeIfGone();
  }

  /** Checks the settings that the start needs. The form checks the rest. */
  function checkSettings(): boolean {
    if (given.isRefused() || (state.file && !state.form)) return false;
    if (!state.settings.apiKey) {
      const names = given.read().flatMap((source) => Object.keys(Object(source)));
      log(
        `apiKey is missing. Give the public API key, never a private one (pk_…). Given: ${names}`,
      );
      return false;
    }
    if (state.isKept) loading.prepare();
    const { anchor } = state.settings.trigger;
    if (isSelector(page, anchor)) return true;
    log(`trigger.anchor cannot be "${anchor}". Give a CSS selector.`);
    return false;
  }

  function checkStore(areas: readonly ProductArea[]): boolean {
    if (findStore(state.settings.store, areas)) return true;
    log('store is missing. Give the numeric id of the store view.');
    return false;
  }

  function show(): void {
    removeCopies(page);
    const gone = new Set(views.keys());
    for (const area of state.areas) {
      gone.delete(area.area);
      viewOf(area.area).show(completeOrAsk(area));
    }
    for (const area of gone) {
      views.get(area)?.show(undefined);
      views.delete(area);
    }
  }

  /** Returns the area with complete product data; undefined until the shop has sent missing data. */
  function completeOrAsk(area: ProductArea): ProductArea | undefined {
    if (!isAsked(area)) return area;
    if (!state.form) loading.prepare();
    const product = state.form?.completeOrAsk(area.product);
    return product ? { ...area, product } : undefined;
  }

  /** Whether showing the area needs data from the shop. For a tile the widget asks at the press: there are many tiles. */
  function isAsked({ isTile, product }: ProductArea): boolean {
    return !isTile && needsShop(product, state.settings.checkStock);
  }

  function viewOf(area: Element): AreaView {
    const known = views.get(area);
    if (known) return known;
    if (!views.size) addEventListener('pointerdown', keepPointer, true);
    const view = createAreaView(area, state.settings, placeholders, {
      refresh: update,
      selected: () => state.selected,
      prepare() {
        if (!savesData()) loading.prepare();
      },
      press: () => press(view, view.readPressed),
      shown: (detail) => announce(page, state.settings.on, 'shown', detail),
    });
    views.set(area, view);
    return view;
  }

  function keepPointer(event: MouseEvent): void {
    state.pointer = event;
  }

  /** Opens the form for the press in an area, as soon as the form has loaded. */
  async function press(view: AreaView, readOffer: AreaView['readOffer']): Promise<boolean> {
    state.pressed = view;
    if (!state.form) await waitForForm(view);
    const { form } = state;
    // The shopper may have pressed something else meanwhile.
    if (!form || state.pressed !== view) return false;
    const tile = view.tile();
    if (tile) return openTileOrItsPage(form, view, tile);
    return openForm(form, view, readOffer());
  }

  /** Shows on the button that the form loads or has failed, and reads the page again when the loading ends. */
  async function waitForForm(view: AreaView): Promise<void> {
    view.showLoading('sending');
    const { activeElement } = page;
    const file = await loading.load();
    view.showLoading(file ? undefined : 'notLoaded');
    update();
    // The form must not cover a field that the shopper has begun to type in. Swatches and dropdowns belong to the product.
    const isTyping = page.activeElement?.matches(
      'input:not([type=radio], [type=checkbox]), textarea',
    );
    if (isTyping && page.activeElement !== activeElement) state.pressed = undefined;
  }

  function openForm(form: Form, view: AreaView, offer: ChosenOffer | undefined): boolean {
    if (offer && form.open(offer, view.button(), state.pointer)) state.opener = view;
    return offer !== undefined;
  }

  /** Asks the shop for the product of a pressed tile and opens the form; without an answer, goes to the product's page. */
  async function openTileOrItsPage(form: Form, view: AreaView, tile: Product): Promise<boolean> {
    view.showLoading('sending');
    const found = await form.find(tile);
    view.showLoading(undefined);
    // The tile or the widget may be gone meanwhile.
    if (view.tile() !== tile || state.pressed !== view) return false;
    state.pressed = undefined;
    const offer = found && view.offerOf({ ...found, url: tile.url });
    if (!offer) location.assign(tile.url ?? '');
    return openForm(form, view, offer);
  }

  /** Creates the form from its file; the form checks all settings, and sends kept subscriptions. */
  function receiveForm(file: FormFile): void {
    state.form = file.createForm({
      page,
      sources: given.read(),
      findStore: (product) => findStore(state.settings.store, [{ product }, ...state.areas]) ?? '',
      update: guard(update),
      returnFocus() {
        // The theme may have drawn the opener anew in this very moment.
        update();
        state.opener?.focus();
      },
    });
    state.file = file;
    for (const view of views.values()) view.showLoading(undefined);
    update();
  }

  return {
    addPlaceholder(element) {
      placeholders.add(element);
      update();
    },

    async open(wanted) {
      await parsed;
      update();
      if (state.areas.some(isAsked)) {
        await loading.load();
        update();
      }
      for (const view of views.values()) {
        if (view.readOffer(wanted)) return press(view, () => view.readOffer(wanted));
      }
      return false;
    },

    async refresh() {
      await parsed;
      if (state.isDestroyed) return;
      watch();
      if (state.form) state.form.forgetFailures();
      else if (state.file) receiveForm(state.file);
      else if (state.areas.some(isAsked)) void loading.load();
      update();
    },

    select(variantId) {
      state.selected = variantId == null ? undefined : String(variantId);
      update();
    },

    destroy() {
      if (state.isDestroyed) return;
      state.isDestroyed = true;
      stopWatching?.();
      loading.destroy();
      state.form?.destroy();
      state.areas = [];
      show();
      removeEventListener('pointerdown', keepPointer, true);
    },
  };
}
