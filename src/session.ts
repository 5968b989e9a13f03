import { type AreaView, createAreaView } from './area-view.ts';
import { forgetRestocked, isAskedBefore, readAskedBefore } from './asked-before.ts';
import type { PageSettings } from './configuration/page-settings.ts';
import {
  readStartSettings,
  START_DEFAULTS,
  type StartSettings,
} from './configuration/start-settings.ts';
import type { Form, FormFile } from './form.ts';
import { announce, type Dispose, guard, log } from './guard.ts';
import { createFormLoading, type FormLoading, type LoadForm } from './loading/form-loading.ts';
import { savesData } from './loading/intent.ts';
import type { CreateLanguage, Language } from './loading/language.ts';
import { isSelector, whenParsed } from './page/document.ts';
import {
  createPageReader,
  type PageReader,
  type ProductArea,
  readPage,
  watchPage,
} from './page/product-page.ts';
import { findStore } from './page/visit.ts';
import { press, receiveForm } from './press.ts';
import { needsShop } from './product/offer.ts';
import type { Product } from './product/product.ts';
import { ASKED, type Asked } from './subscribe/asked.ts';
import { hasKept } from './subscribe/kept.ts';
import { removeCopies } from './ui/trigger.ts';

/** How one way of use loads its files. */
export interface Loaders {
  readonly loadForm: LoadForm;
  /** Undefined where the page's own code gives the texts. */
  readonly createLanguage: CreateLanguage | undefined;
}

/** The widget on one page, from its start to its end. */
export interface Session {
  /** Adds an element as a place for the button. */
  addPlaceholder(element: Element): void;
  open(variantId?: string): Promise<boolean>;
  refresh(): Promise<void>;
  select(variantId?: string): void;
  destroy(): void;
}

/** Everything the session knows at one moment. The functions below, and those of `press.ts`, change it. */
export interface SessionState {
  readonly page: Document;
  readonly given: PageSettings;
  readonly loading: FormLoading;
  readonly language: Language | undefined;
  /** The elements that the page's own code has given as places for the button. */
  readonly placeholders: Set<Element>;
  readonly views: Map<Element, AreaView>;
  /** Reads the page as it is now, and updates the buttons and the swatches. Never throws. */
  readonly update: () => void;
  readonly keepPointer: (event: MouseEvent) => void;
  /** Another tab may have changed what was asked for. */
  readonly hearOtherTabs: (event: StorageEvent) => void;
  /** The products of which the variants in stock have been forgotten. */
  readonly compared: WeakSet<Product>;
  /** The reader of the page, and the end of its watching; undefined before the page has been parsed. */
  reader?: PageReader;
  stopWatching?: Dispose;
  settings: StartSettings;
  /** The products that the page shows, with their areas; empty while the settings do not allow an offer. */
  areas: readonly ProductArea[];
  /** The id of the variant that the merchant's own code has selected. */
  selected?: string | undefined;
  /** What was asked for in this browser. */
  asked: Asked;
  /** The loading of texts without which nothing is shown yet. */
  texts?: Promise<void> | undefined;
  /** Whether an earlier page has kept a subscription that is still to be sent. */
  isKept: boolean;
  /** The form's file, once it has loaded. */
  file?: FormFile;
  /** The form; undefined before its file has loaded, and when it has refused the settings. */
  form?: Form | undefined;
  /** The area that was pressed last, for which the form will open. */
  pressed?: AreaView | undefined;
  /** The area for which the form has opened. */
  opener?: AreaView;
  /** The last press on the page. The second tap of a double tap must not hit the form that the first has opened. */
  pointer?: MouseEvent;
  isDestroyed: boolean;
}

/**
 * Creates the session: it reads the page, watches it, and shows the button and the sold-out swatches while something is
 * sold out. A press opens the form, which the session loads when a press is likely.
 */
export function createSession(page: Document, given: PageSettings, loaders: Loaders): Session {
  const session = createState(page, given, loaders);
  const parsed = whenParsed(page, () => {
    if (session.isDestroyed) return;
    watch(session);
    session.isKept = hasKept();
    update(session);
  });
  return {
    addPlaceholder(element) {
      session.placeholders.add(element);
      session.update();
    },
    open: (variantId) => parsed.then(() => open(session, variantId)),
    refresh: () => parsed.then(() => refresh(session)),
    select(variantId) {
      session.selected = variantId == null ? undefined : String(variantId);
      session.update();
    },
    destroy: () => destroy(session),
  };
}

/** Creates the state before the page has been read. */
function createState(page: Document, given: PageSettings, loaders: Loaders): SessionState {
  const session: SessionState = {
    page,
    given,
    loading: createFormLoading(
      (signal) => loadForm(session, loaders, signal),
      (file) => receiveForm(session, file),
    ),
    language: loaders.createLanguage?.({
      page,
      given,
      settings: () => session.settings,
      settled() {
        session.settings = readStartSettings(given.read());
        session.update();
      },
    }),
    placeholders: new Set(),
    views: new Map(),
    update: guard(() => update(session)),
    keepPointer(event) {
      session.pointer = event;
    },
    hearOtherTabs({ key }) {
      // An event without a key means that all storage was cleared.
      if (key === ASKED || key === null) session.update();
    },
    compared: new WeakSet(),
    asked: new Map(),
    settings: START_DEFAULTS,
    areas: [],
    isKept: false,
    isDestroyed: false,
  };
  return session;
}

/** Loads the form, and with it the texts of the page's language that it will show. */
async function loadForm(
  { settings, language }: SessionState,
  loaders: Loaders,
  signal: AbortSignal,
): Promise<FormFile> {
  const [file] = await Promise.all([
    loaders.loadForm(settings.formUrl, signal),
    language?.loadForForm(),
  ]);
  return file;
}

/** Reads the settings again, and the page from scratch. */
function watch(session: SessionState): void {
  const { page, given, update } = session;
  session.stopWatching?.();
  const settings = readStartSettings(given.read());
  session.settings = settings;
  session.reader = createPageReader(page, given.mark, settings);
  session.stopWatching = watchPage(page, update, { ...settings, anchor: settings.trigger.anchor });
}

function update(session: SessionState): void {
  const { placeholders } = session;
  if (session.isDestroyed || !session.reader) return;
  // A script may have removed elements from the page.
  for (const element of placeholders) if (!element.isConnected) placeholders.delete(element);
  session.form?.closeIfGone();
  // A key that is set later may come with other settings.
  if (!session.settings.apiKey && readStartSettings(session.given.read()).apiKey) watch(session);
  const areas = readPage(session.reader);
  let isOffered = false;
  for (const area of areas) isOffered ||= area.mayBeOffered;
  readAskedBefore(session, areas);
  if (!isOffered && !session.isKept && !session.views.size) return;
  const isReady = checkSettings(session) && (!isOffered || checkStore(session, areas));
  session.texts = isReady ? session.language?.loadForStart() : undefined;
  session.areas = isReady && !session.texts ? areas : [];
  show(session);
}

/** Checks the settings that the start needs. The form checks the rest. */
function checkSettings({
  page,
  given,
  settings,
  file,
  form,
  isKept,
  loading,
}: SessionState): boolean {
  if (given.isRefused() || (file && !form)) return false;
  if (!settings.apiKey) {
    const names = given.read().flatMap((source) => Object.keys(Object(source)));
    log(`apiKey is missing. Give the public API key, never a private one (pk_…). Given: ${names}`);
    return false;
  }
  if (isKept) loading.prepare();
  const { anchor } = settings.trigger;
  if (isSelector(page, anchor)) return true;
  log(`trigger.anchor cannot be "${anchor}". Give a CSS selector.`);
  return false;
}

function checkStore({ settings }: SessionState, areas: readonly ProductArea[]): boolean {
  if (findStore(settings.store, areas)) return true;
  log('store is missing. Give the numeric id of the store view.');
  return false;
}

/** Shows what each area offers, and nothing in the areas that are gone. */
function show(session: SessionState): void {
  const { page, areas, views } = session;
  removeCopies(page);
  const gone = new Set(views.keys());
  for (const area of areas) {
    gone.delete(area.area);
    viewOf(session, area.area).show(completeOrAsk(session, area));
    // The merchant's function for `shown` may have ended the widget, or selected a variant, which has shown all areas anew.
    if (areas !== session.areas) return;
  }
  for (const area of gone) {
    views.get(area)?.show(undefined);
    views.delete(area);
  }
}

/** Returns the area with complete product data; undefined until the shop has sent missing data. */
function completeOrAsk(session: SessionState, area: ProductArea): ProductArea | undefined {
  if (!isAsked(session, area)) return area;
  if (!session.form) session.loading.prepare();
  const product = session.form?.completeOrAsk(area.product);
  if (!product) return undefined;
  forgetRestocked(session, product);
  return { ...area, product };
}

/** Whether showing the area needs data from the shop. For a tile the widget asks at the press: there are many tiles. */
function isAsked({ settings }: SessionState, { isTile, product }: ProductArea): boolean {
  return !isTile && needsShop(product, settings.checkStock);
}

function viewOf(session: SessionState, area: Element): AreaView {
  const { page, placeholders, loading, views } = session;
  const known = views.get(area);
  if (known) return known;
  if (!views.size) {
    addEventListener('pointerdown', session.keepPointer, true);
    addEventListener('storage', session.hearOtherTabs);
  }
  const view = createAreaView(area, session.settings, placeholders, {
    refresh: session.update,
    selected: () => session.selected,
    isOnList: (product, variants) => isAskedBefore(session, product, variants),
    prepare() {
      if (!savesData()) loading.prepare();
    },
    press: () => press(session, view, view.readPressed),
    shown: (detail) => announce(page, session.settings.on, 'shown', detail),
  });
  views.set(area, view);
  return view;
}

async function open(session: SessionState, wanted: string | undefined): Promise<boolean> {
  session.update();
  await session.texts;
  if (session.areas.some((area) => isAsked(session, area))) {
    await session.loading.load();
    session.update();
  }
  for (const view of session.views.values()) {
    if (view.readOffer(wanted)) return press(session, view, () => view.readOffer(wanted));
  }
  return false;
}

function refresh(session: SessionState): void {
  if (session.isDestroyed) return;
  watch(session);
  const { file, form, areas, loading } = session;
  if (form) form.forgetFailures();
  else if (file) receiveForm(session, file);
  else if (areas.some((area) => isAsked(session, area))) void loading.load();
  session.update();
}

function destroy(session: SessionState): void {
  if (session.isDestroyed) return;
  session.isDestroyed = true;
  session.stopWatching?.();
  session.loading.destroy();
  session.language?.destroy();
  session.form?.destroy();
  session.areas = [];
  show(session);
  removeEventListener('pointerdown', session.keepPointer, true);
  removeEventListener('storage', session.hearOtherTabs);
}
