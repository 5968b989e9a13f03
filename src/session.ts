import { type AreaView, createAreaView } from './area-view.ts';
import type { PageSettings } from './configuration/page-settings.ts';
import {
  readStartSettings,
  START_DEFAULTS,
  type StartSettings,
} from './configuration/start-settings.ts';
import type { Form, FormFile } from './form.ts';
import type { Dispose } from './guard.ts';
import { announce, guard, log } from './guard.ts';
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
  /** Adds an element that the button goes into. */
  addPlaceholder(element: Element): void;
  open(variantId?: string): Promise<boolean>;
  refresh(): Promise<void>;
  select(variantId?: string): void;
  destroy(): void;
}

/** All that the session knows at one moment. */
interface State {
  settings: StartSettings;
  /** What the page says of its products, as far as it may be offered. */
  areas: readonly ProductArea[];
  /** The variant that the merchant's own code says is chosen. */
  selected: string | undefined;
  /** Whether an earlier page has left something that is to be sent. */
  isKept: boolean;
  /** The form's file, once it has come. */
  file: FormFile | undefined;
  /** The form; with its file there, none where it has refused the settings. */
  form: Form | undefined;
  /** The area of the press that the form is to open for. */
  pressed: AreaView | undefined;
  /** The area of the press that it has opened for. */
  opener: AreaView | undefined;
  /** Where the page was pressed last. The second tap of a finger must not go to the form that the first has opened. */
  pointer: MouseEvent | undefined;
  isDestroyed: boolean;
}

/**
 * The start: it reads the page, follows it, and shows button and sold-out swatches while something is sold out. A press goes
 * to the form, which is loaded when it is likely to be wanted.
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

  /** From here on everything on the page is read anew. */
  function watch(): void {
    stopWatching?.();
    state.settings = readStartSettings(given.read());
    const { settings } = state;
    read = createPageReader(page, given.mark, settings);
    stopWatching = watchPage(page, guard(update), { ...settings, anchor: settings.trigger.anchor });
  }

  /** Reads the page as it is now, and shows what fits it. */
  function update(): void {
    if (state.isDestroyed) return;
    forgetGone();
    // A key that comes later may bring other settings with it.
    if (!state.settings.apiKey && readStartSettings(given.read()).apiKey) watch();
    const areas = read();
    let isOffered = false;
    for (const { product } of areas) isOffered ||= mayBeOffered(product);
    if (!isOffered && !state.isKept && !views.size) return;
    const isReady = checkSettings() && (!isOffered || checkStore(areas));
    state.areas = isReady ? areas : [];
    show();
  }

  /** Lets go of what a script has taken away from the page. */
  function forgetGone(): void {
    for (const element of placeholders) if (!element.isConnected) placeholders.delete(element);
    state.form?.closeIfGone();
  }

  /** What the start cannot do without. The form checks the rest. */
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

  /** The area with all that has to be known of its product; undefined as long as the shop has not said it. */
  function completeOrAsk(area: ProductArea): ProductArea | undefined {
    if (!isAsked(area)) return area;
    if (!state.form) loading.prepare();
    const product = state.form?.completeOrAsk(area.product);
    return product ? { ...area, product } : undefined;
  }

  /** Whether the shop has to say more before anything is shown. A tile waits for the press: there are many. */
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

  /** Opens the form for what was pressed in an area, as soon as the form is there. */
  async function press(view: AreaView, readOffer: AreaView['readOffer']): Promise<boolean> {
    state.pressed = view;
    if (!state.form) await waitForForm(view);
    const { form } = state;
    // Meanwhile something else may have been pressed.
    if (!form || state.pressed !== view) return false;
    const tile = view.tile();
    if (tile) return openTileOrItsPage(form, view, tile);
    return openForm(form, view, readOffer());
  }

  /** Says at the button how far the form is, and reads the page anew when it has come. */
  async function waitForForm(view: AreaView): Promise<void> {
    view.showLoading('sending');
    const { activeElement } = page;
    const file = await loading.load();
    view.showLoading(file ? undefined : 'notLoaded');
    update();
    // A form must not come over what the shopper types by now. Swatches and dropdowns are what the form is about.
    const isTyping = page.activeElement?.matches(
      'input:not([type=radio], [type=checkbox]), textarea',
    );
    if (isTyping && page.activeElement !== activeElement) state.pressed = undefined;
  }

  function openForm(form: Form, view: AreaView, offer: ChosenOffer | undefined): boolean {
    if (offer && form.open(offer, view.button(), state.pointer)) state.opener = view;
    return offer !== undefined;
  }

  /** What a tile is about is found out when its button is pressed; if it cannot be, the product's page may tell. */
  async function openTileOrItsPage(form: Form, view: AreaView, tile: Product): Promise<boolean> {
    view.showLoading('sending');
    const found = await form.find(tile);
    view.showLoading(undefined);
    // Meanwhile the tile may be gone, or the widget.
    if (view.tile() !== tile || state.pressed !== view) return false;
    state.pressed = undefined;
    const offer = found && view.offerOf({ ...found, url: tile.url });
    if (!offer) location.assign(tile.url ?? '');
    return openForm(form, view, offer);
  }

  /** The form has come: it checks all settings, and sends what is kept. */
  function receiveForm(file: FormFile): void {
    state.form = file.createForm({
      page,
      sources: given.read(),
      findStore: (product) => findStore(state.settings.store, [{ product }, ...state.areas]) ?? '',
      update: guard(update),
      returnFocus() {
        // What the form was opened by may have been drawn anew in this very moment.
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
