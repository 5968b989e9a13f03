import type { EventDetail } from './configuration/options.ts';
import type { StartSettings } from './configuration/start-settings.ts';
import type { SoldOutOption } from './page/adapter.ts';
import { ownMembers } from './page/document.ts';
import { findAddToCart, findPlaces } from './page/places.ts';
import type { ProductArea } from './page/product-page.ts';
import {
  fillIn,
  isComplete,
  listSubscribableOrLog,
  offeredVariants,
  soldOutVariants,
} from './product/offer.ts';
import type { ChosenOffer, Product, Selection, Variant } from './product/product.ts';
import { createAddToCartSwitch } from './ui/borrow-element.ts';
import { createSoldOutSwatches, type SoldOutSwatch } from './ui/sold-out-swatches.ts';
import { createTrigger } from './ui/trigger.ts';

/** What an area of the page shows of the widget: its button, its sold-out swatches, its Add to Cart. */
export interface AreaView {
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
  /** Called when a press is likely. */
  prepare(): void;
  /** The button or a sold-out swatch was pressed. */
  press(): Promise<boolean>;
  /** The button has appeared. */
  shown(detail: EventDetail): void;
}

/** A sold-out swatch, with the offer that its press opens. */
type UsableSwatch = SoldOutSwatch & SoldOutOption & { readonly offer: ChosenOffer };

/** Creates the view of one area; it adds nothing to the page before `show`. */
export function createAreaView(
  area: Element,
  settings: StartSettings,
  placeholders: ReadonlySet<Element>,
  { refresh, selected, prepare, press, shown }: AreaEvents,
): AreaView {
  const { trigger: options, texts, soldOutSwatches, stockLabel } = settings;
  let product: Product | undefined;
  let isTile = false;
  let offered: readonly Variant[] = [];
  /** The button's normal text, shown while no `loadingText` is set. */
  let text: string | undefined;
  let loadingText: string | undefined;
  /** The product whose button has been announced. */
  let shownId: string | undefined;
  let usable: readonly UsableSwatch[] = [];
  /** The swatch that was pressed last; the button, when it is undefined. */
  let pressed: SoldOutOption | undefined;

  const hideAddToCart = createAddToCartSwitch(() => findAddToCart(area));
  const swatches = createSoldOutSwatches(refresh, prepare);
  const trigger = createTrigger(ownMembers(area.ownerDocument), options, {
    // The merchant's anchor is for the product page, not for tiles.
    findPlaces() {
      const anchor = isTile ? '' : options.anchor;
      return findPlaces(area, { ...options, anchor, stockLabel }, placeholders);
    },
    prepare,
    press() {
      // The offer may have changed in this very turn of the event loop.
      refresh();
      pressed = undefined;
      return press();
    },
  });

  const soldOut = (of: Product) =>
    listSubscribableOrLog(of, soldOutVariants(of), settings.variantId ?? 'id');

  function offerOf(of: Product, variants = soldOut(of), chosen?: string): ChosenOffer | undefined {
    return variants.length ? { product: of, variants, chosen } : undefined;
  }

  const findPressed = () =>
    usable.find(
      ({ attributeId, optionId }) =>
        attributeId === pressed?.attributeId && optionId === pressed.optionId,
    );

  /** Makes the sold-out swatches usable; returns whether a dropdown has sold-out entries, which cannot be made usable. */
  function showSoldOutOptions(
    current: Product,
    variants: readonly Variant[],
    { soldOutOptions, selection }: ProductArea,
  ): boolean {
    const found: UsableSwatch[] = [];
    let isLocked = false;
    for (const soldOutOption of soldOutOptions) {
      const { element, attributeId } = soldOutOption;
      const isEntry = element.matches('option');
      // A dropdown may have thousands of entries, and one sold-out entry is enough to know.
      if (isEntry ? isLocked : !soldOutSwatches) continue;
      const option = { element, attributeId, optionId: String(soldOutOption.optionId) };
      const containing = variants.filter(
        ({ options: of }) => of[attributeId]?.id === option.optionId,
      );
      const label = containing[0]?.options[attributeId]?.label;
      if (!label) continue;
      isLocked ||= isEntry;
      if (!isEntry) found.push(makeUsable(option, label, current, containing, selection));
    }
    usable = found;
    swatches.show(usable);
    return isLocked;
  }

  /** Returns a swatch whose press offers all variants with its option, and chooses the one that fits the selection. */
  function makeUsable(
    option: SoldOutOption,
    label: string,
    current: Product,
    containing: readonly Variant[],
    selection: Selection,
  ): UsableSwatch {
    const wanted = { ...selection, [option.attributeId]: option.optionId };
    const [chosen, ...others] = offeredVariants(current, wanted, containing);
    return {
      ...option,
      name: fillIn(`${texts.soldOutOption}`, current, containing, { '{option}': label }),
      offer: {
        product: current,
        variants: containing,
        chosen: others.length ? undefined : chosen?.id,
      },
      onPress() {
        pressed = option;
        return press();
      },
    };
  }

  /** Returns which of these variants are offered now, and whether the shopper's choice is complete. */
  function choose(current: Product, all: readonly Variant[], selection: Selection) {
    const wanted = current.variants.find(({ id }) => id === selected());
    return {
      variants: wanted
        ? all.filter((variant) => variant === wanted)
        : offeredVariants(current, selection, all),
      isChosen: wanted !== undefined || isComplete(current, selection),
    };
  }

  /** Shows the sold-out swatches, and the button while there is something to offer. */
  function showOffer(current: Product, state: ProductArea): void {
    const all = soldOut(current);
    const isLocked = showSoldOutOptions(current, all, state);
    const { variants, isChosen } = choose(current, all, state.selection);
    offered = variants;
    if (!variants.length && !current.isIncomplete) {
      hideTrigger();
      return;
    }
    const chosen = isChosen ? variants[0] : undefined;
    const written = isLocked && !chosen ? texts.triggerDropdown : texts.trigger;
    text = fillIn(`${written}`, current, variants);
    drawTrigger();
    hideAddToCart(options.hideAddToCart && chosen !== undefined);
    if (!trigger.button() || shownId === current.id) return;
    shownId = current.id;
    shown({ product: current, variants });
  }

  function hideTrigger(): void {
    offered = [];
    shownId = undefined;
    text = undefined;
    drawTrigger();
    hideAddToCart(false);
  }

  /** Draws the button. While the form loads for a swatch, the button shows that even if it offers nothing itself. */
  function drawTrigger(): void {
    const isShown = text !== undefined || pressed !== undefined;
    trigger.show(isShown ? (loadingText ?? text) : undefined, loadingText !== undefined);
  }

  return {
    show(state) {
      // Skips an unchanged tile, because there may be many.
      const isSame = isTile && state?.product === product;
      if (isSame && trigger.button()?.isConnected) return;
      product = state?.product;
      isTile = state?.isTile === true;
      if (state) {
        showOffer(state.product, state);
      } else {
        loadingText = undefined;
        hideTrigger();
        usable = [];
        swatches.show([]);
      }
    },

    showLoading(name) {
      loadingText = product && name && `${texts[name]}`;
      drawTrigger();
    },

    readOffer(wanted) {
      if (!product || product.isIncomplete) return undefined;
      const all = soldOut(product);
      if (wanted !== undefined)
        return offerOf(
          product,
          all.filter(({ id }) => id === `${wanted}`),
        );
      return offerOf(product, offered.length ? offered : all);
    },

    readPressed() {
      if (pressed) return findPressed()?.offer;
      return product && offerOf(product, offered);
    },

    tile: () => (product?.isIncomplete ? product : undefined),

    offerOf: (of) => offerOf(of),

    button: trigger.button,

    focus() {
      (findPressed()?.element ?? trigger.button())?.focus({ preventScroll: true });
    },
  };
}
