import type { EventDetail } from './configuration/options.ts';
import type { StartSettings } from './configuration/start-settings.ts';
import { ownMembers } from './page/document.ts';
import { findAddToCart, findPlaces, type Places } from './page/places.ts';
import type { ProductArea } from './page/product-page.ts';
import {
  fillIn,
  isComplete,
  isUndecided,
  listSubscribableOrLog,
  offeredVariants,
  soldOutVariants,
} from './product/offer.ts';
import type { ChosenOffer, Offer, Product, Selection, Variant } from './product/product.ts';
import { listSwatchOffers, type SwatchOffer } from './swatch-offers.ts';
import { createAddToCartSwitch } from './ui/borrow-element.ts';
import { createSoldOutSwatches, type SoldOutSwatches } from './ui/sold-out-swatches.ts';
import { createTrigger, type Trigger } from './ui/trigger.ts';

/** What an area of the page shows of the widget: its button, its sold-out swatches, its Add to Cart. */
export interface AreaView {
  /** The part of the page that it shows the widget in. */
  readonly area: Element;
  /** Updates the area to this state; removes everything when the state is undefined. */
  show(state: ProductArea | undefined): void;
  /** Shows on the button that the form loads or did not load; the normal text when it is undefined. */
  showLoading(text: 'sending' | 'notLoaded' | undefined): void;
  /**
   * Returns an offer of this variant if an id is given, else of what the button offers, else of all sold-out variants.
   * Returns undefined when the area has no such offer.
   */
  readOffer(variantId?: string): ChosenOffer | undefined;
  /** Returns the offer of what was pressed last, the button or a swatch; undefined when that is gone. */
  readPressed(): ChosenOffer | undefined;
  /** Returns the product of a tile whose data is still incomplete; undefined for any other area. */
  tile(): Product | undefined;
  /** Returns the offer of a product's sold-out variants; undefined when there are none. */
  offerOf(product: Product): ChosenOffer | undefined;
  /** Returns the button; undefined when none is shown. */
  button(): HTMLButtonElement | undefined;
  /** Moves the focus to the opener of the form, also when the theme has drawn it anew since. */
  focus(): void;
}

/** The functions that an area calls. */
export interface AreaEvents {
  /** Reads the page at once, and updates the areas. */
  refresh(): void;
  /** Returns the id of the variant that the merchant's own code has selected. */
  selected(): string | undefined;
  /** Whether a shopper has asked for all of these variants in this browser. */
  isOnList(product: Product, variants: readonly Variant[]): boolean;
  /** Called when a press is likely. */
  prepare(): void;
  /** The button or a sold-out swatch was pressed. */
  press(): Promise<boolean>;
  /** The button has appeared. */
  shown(detail: EventDetail): void;
}

/** Everything that is known of one area at one moment. */
interface AreaState {
  readonly area: Element;
  readonly settings: StartSettings;
  readonly placeholders: ReadonlySet<Element>;
  readonly events: AreaEvents;
  readonly trigger: Trigger;
  readonly swatches: SoldOutSwatches;
  readonly hideAddToCart: (isHidden: boolean) => void;
  product?: Product | undefined;
  isTile: boolean;
  offered: readonly Variant[];
  /** The trigger's normal text, shown while no `loadingText` is set. */
  text?: string | undefined;
  /** Whether the trigger is only a hint, because the shopper may still want something that can be bought. */
  isHint: boolean;
  /** Whether a shopper has asked for everything that the trigger offers. */
  isOnList: boolean;
  loadingText?: string | undefined;
  /** The product whose button has been announced. */
  shownId?: string | undefined;
  /** The sold-out swatches that shoppers can press. */
  usable: readonly SwatchOffer[];
  /** The swatch that was pressed last; the button, when it is undefined. */
  pressed?: SwatchOffer | undefined;
}

/** Creates the view of one area; it adds nothing to the page before `show`. */
export function createAreaView(
  area: Element,
  settings: StartSettings,
  placeholders: ReadonlySet<Element>,
  events: AreaEvents,
): AreaView {
  const { refresh, prepare } = events;
  const view: AreaState = {
    area,
    settings,
    placeholders,
    events,
    trigger: createTrigger(ownMembers(area.ownerDocument), settings.trigger, {
      findPlaces: () => findPlacesOf(view),
      prepare,
      press: () => pressTrigger(view),
    }),
    swatches: createSoldOutSwatches(refresh, prepare),
    hideAddToCart: createAddToCartSwitch(() => findAddToCart(area)),
    isTile: false,
    isHint: false,
    isOnList: false,
    offered: [],
    usable: [],
  };
  return {
    area,
    show: (state) => show(view, state),
    showLoading(name) {
      view.loadingText = view.product && name && `${settings.texts[name]}`;
      drawTrigger(view);
    },
    readOffer: (wanted) => readOffer(view, wanted),
    readPressed: () => readPressed(view),
    tile: () => (view.product?.isIncomplete ? view.product : undefined),
    offerOf: (product) => offerOf(product, listSoldOut(view, product)),
    button: view.trigger.button,
    focus() {
      (findPressed(view)?.element ?? view.trigger.button())?.focus({ preventScroll: true });
    },
  };
}

function findPlacesOf({ area, settings, placeholders, isTile }: AreaState): Places {
  const { trigger, stockLabel } = settings;
  // The merchant's anchor is for the product page, not for tiles.
  const anchor = isTile ? '' : trigger.anchor;
  return findPlaces(area, { ...trigger, anchor, stockLabel }, placeholders);
}

function show(view: AreaState, state: ProductArea | undefined): void {
  // Skips an unchanged tile, because there may be many.
  const isSame = view.isTile && state?.product === view.product && !isStale(view, state);
  if (isSame && view.trigger.button()?.isConnected) return;
  view.product = state?.product;
  view.isTile = state?.isTile === true;
  if (state) {
    showOffer(view, state);
  } else {
    view.loadingText = undefined;
    hideTrigger(view);
    showSwatches(view, []);
  }
}

/** Whether a shopper has asked for what a tile offers, or that was forgotten, since the tile was drawn. */
const isStale = ({ events, offered, isOnList }: AreaState, state: ProductArea | undefined) =>
  state !== undefined && events.isOnList(state.product, offered) !== isOnList;

/** Shows the sold-out swatches, and the button or the hint while there is something to offer. */
function showOffer(view: AreaState, { product, selection, soldOutOptions }: ProductArea): void {
  const { settings, trigger, events } = view;
  const offer = { product, variants: listSoldOut(view, product) };
  showSwatches(view, listSwatchOffers(soldOutOptions, offer, selection, settings));
  const { variants, isChosen } = choose(view, offer, selection);
  view.offered = variants;
  if (!variants.length && !product.isIncomplete) {
    hideTrigger(view);
    return;
  }
  view.isHint = !view.isTile && !isChosen && isUndecided(product, selection);
  view.isOnList = events.isOnList(product, variants);
  view.text = writeText(view, { product, variants }, selection);
  drawTrigger(view);
  view.hideAddToCart(settings.trigger.hideAddToCart && isChosen && variants.length > 0);
  if (!trigger.button() || view.shownId === product.id) return;
  view.shownId = product.id;
  events.shown({ product, variants });
}

/** Returns the text of the button or of the hint; undefined where the merchant wants no hint. */
function writeText(
  { settings, isHint, isOnList }: AreaState,
  { product, variants }: Offer,
  selection: Selection,
): string | undefined {
  const { texts, trigger } = settings;
  if (!isHint) return fillIn(`${isOnList ? texts.onList : texts.trigger}`, product, variants);
  if (trigger.hint === 'none') return undefined;
  const open = product.attributes.filter(({ id }) => !selection[id]);
  return fillIn(`${texts.hint}`, product, variants, {
    '{attributes}': open.map(({ label }) => label).join(' / '),
  });
}

function hideTrigger(view: AreaState): void {
  view.offered = [];
  view.isHint = false;
  view.shownId = undefined;
  view.text = undefined;
  drawTrigger(view);
  view.hideAddToCart(false);
}

/** Draws the button. While the form loads for a swatch, the button shows that even if it offers nothing itself. */
function drawTrigger({ trigger, text, isHint, pressed, loadingText }: AreaState): void {
  const isShown = text !== undefined || pressed !== undefined;
  const isFocused = trigger.button()?.matches(':focus');
  trigger.show(isShown ? (loadingText ?? text) : undefined, isHint, loadingText !== undefined);
  // The place may have changed, and the focus of a shopper stays on what there is.
  if (isFocused) trigger.button()?.focus({ preventScroll: true });
}

/** Returns which of an offer's variants are offered now, and whether the shopper's choice is complete. */
function choose({ events }: AreaState, { product, variants }: Offer, selection: Selection) {
  const selected = events.selected();
  const wanted = product.variants.find(({ id }) => id === selected);
  return {
    variants: wanted
      ? variants.filter((variant) => variant === wanted)
      : offeredVariants(product, selection, variants),
    isChosen: wanted !== undefined || isComplete(product, selection),
  };
}

/** Makes these swatches usable, and restores all others. */
function showSwatches(view: AreaState, usable: readonly SwatchOffer[]): void {
  view.usable = usable;
  view.swatches.show(usable.map((swatch) => ({ ...swatch, onPress: () => press(view, swatch) })));
}

function pressTrigger(view: AreaState): Promise<boolean> {
  // The offer may have changed in this very turn of the event loop.
  view.events.refresh();
  return press(view);
}

function press(view: AreaState, swatch?: SwatchOffer): Promise<boolean> {
  view.pressed = swatch;
  return view.events.press();
}

function readPressed(view: AreaState): ChosenOffer | undefined {
  const { pressed, product, offered } = view;
  if (pressed) return findPressed(view)?.offer;
  return product && offerOf(product, offered);
}

function findPressed({ usable, pressed }: AreaState): SwatchOffer | undefined {
  return usable.find(
    ({ attributeId, optionId }) =>
      attributeId === pressed?.attributeId && optionId === pressed.optionId,
  );
}

function readOffer(view: AreaState, wanted: string | undefined): ChosenOffer | undefined {
  const { product, offered } = view;
  if (!product || product.isIncomplete) return undefined;
  const all = listSoldOut(view, product);
  if (wanted === undefined) return offerOf(product, offered.length ? offered : all);
  return offerOf(
    product,
    all.filter(({ id }) => id === `${wanted}`),
  );
}

function listSoldOut({ settings }: AreaState, product: Product): readonly Variant[] {
  return listSubscribableOrLog(product, soldOutVariants(product), settings.variantId ?? 'id');
}

function offerOf(product: Product, variants: readonly Variant[]): ChosenOffer | undefined {
  return variants.length ? { product, variants } : undefined;
}
