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
  /** Shows what fits the area now; takes everything away when it is undefined. */
  show(state: ProductArea | undefined): void;
  /** Says on the button that the form is on its way or did not come; nothing of it when it is undefined. */
  showLoading(text: 'sending' | 'notLoaded' | undefined): void;
  /**
   * This sold-out variant, else what the button offers, else all that is sold out. Undefined when there is nothing of it
   * here.
   */
  readOffer(variantId?: string): ChosenOffer | undefined;
  /** What was pressed last, the button or a swatch; undefined when it is gone. */
  readPressed(): ChosenOffer | undefined;
  /** The product of the area, where that is a tile of which more has to be found out first. */
  tile(): Product | undefined;
  /** What of a product can be offered. */
  offerOf(product: Product): ChosenOffer | undefined;
  /** The button; undefined when none is shown. */
  button(): HTMLButtonElement | undefined;
  /** Gives the focus to what the form was opened by, also when the theme has drawn it anew since. */
  focus(): void;
}

/** What an area asks for and tells. */
export interface AreaEvents {
  /** Reads the page at once, and shows what fits it. */
  refresh(): void;
  /** The variant that the merchant's own code says is chosen. */
  selected(): string | undefined;
  /** A press is likely to come. */
  prepare(): void;
  /** The button or a sold-out swatch was pressed. */
  press(): Promise<boolean>;
  /** The button has appeared. */
  shown(detail: EventDetail): void;
}

/** A sold-out swatch, and what its press is about. */
type UsableSwatch = SoldOutSwatch & SoldOutOption & { readonly offer: ChosenOffer };

/** Makes the view of one area; nothing is there before `show`. */
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
  /** What stands on the button, as long as the form is not on its way. */
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
    // The merchant's anchor is one of the product page.
    findPlaces() {
      const anchor = isTile ? '' : options.anchor;
      return findPlaces(area, { ...options, anchor, stockLabel }, placeholders);
    },
    prepare,
    press() {
      // What is offered may have changed in this very turn of the event loop.
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

  /** Shows the sold-out swatches as usable, and tells whether there are entries of dropdowns that cannot be. */
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
      // A dropdown may have thousands of entries, of which one is enough.
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

  /** A swatch whose press offers all that contains its option, and chooses the one that fits the rest of the choice. */
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

  /** What of these is offered now, and whether the shopper's choice is complete. */
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

  /** While the form is on its way for a swatch, the button says so also where it has nothing to offer itself. */
  function drawTrigger(): void {
    const isShown = text !== undefined || pressed !== undefined;
    trigger.show(isShown ? (loadingText ?? text) : undefined, loadingText !== undefined);
  }

  return {
    show(state) {
      // There may be many tiles, and nothing about them changes.
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
