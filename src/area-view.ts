import type { Configuration, EventDetail } from './configuration/options.ts';
import type { SoldOutOption } from './page/adapter.ts';
import { ownMembers } from './page/own-members.ts';
import { findAddToCart, findPlaces } from './page/places.ts';
import type { ProductArea } from './page/product-page.ts';
import { isComplete, offeredVariants, soldOutVariants } from './product/offer.ts';
import type { Product, Selection, Variant } from './product/product.ts';
import { createAddToCartSwitch } from './ui/add-to-cart.ts';
import { fillIn } from './ui/fill-in.ts';
import { createSoldOutSwatches, type SoldOutSwatch } from './ui/sold-out-swatches.ts';
import { createTrigger } from './ui/trigger.ts';

/** What an area of the page shows of the widget: its button, its sold-out swatches, its Add to Cart. */
export interface AreaView {
  /** Shows what fits the area now; takes everything away when it is undefined. */
  show(state: ProductArea | undefined): void;
  /**
   * Opens the modal: for this sold-out variant, else for what the button offers, else for all that is sold
   * out. Gives false when there is nothing of it here.
   */
  open(variantId?: string): Promise<boolean>;
  /** The button; undefined when none is shown. */
  button(): HTMLButtonElement | undefined;
  /** Gives the focus to what the modal was opened by, also when the theme has drawn it anew since. */
  focus(): void;
}

/** What an area needs from the rest of the widget. */
export interface AreaEvents {
  /** The product with its variants; undefined as long as they are not known. */
  complete(product: Product): Product | undefined;
  /** The product of a tile, as the shop's GraphQL has it. */
  find(product: Product): Promise<Product | undefined>;
  /** Reads the page at once, and shows what fits it. */
  refresh(): void;
  /** Those of which it is certain what Klaviyo calls them. */
  subscribable(product: Product, variants: readonly Variant[]): readonly Variant[];
  /** The variant that the merchant's own code says is chosen. */
  selected(): string | undefined;
  /** Opens the modal, with this variant chosen. */
  open(product: Product, variants: readonly Variant[], chosen?: string): Promise<boolean>;
  /** The button has appeared. */
  shown(detail: EventDetail): void;
}

/** Makes the view of one area; nothing is there before `show`. */
export function createAreaView(
  area: Element,
  { trigger: options, texts, soldOutSwatches, stockLabel }: Configuration,
  placeholders: ReadonlySet<Element>,
  { complete, find, refresh, subscribable, selected, open, shown }: AreaEvents,
): AreaView {
  let product: Product | undefined;
  let offered: readonly Variant[] = [];
  /** The product whose button has been announced. */
  let shownId: string | undefined;
  let usable: readonly (SoldOutSwatch & SoldOutOption)[] = [];
  /** The swatch that was pressed last; the button, when it is undefined. */
  let pressed: SoldOutOption | undefined;
  /** The tile whose product is being looked for. */
  let asked: Product | undefined;

  const hideAddToCart = createAddToCartSwitch(() => findAddToCart(area));
  const swatches = createSoldOutSwatches(refresh);
  const trigger = createTrigger(
    ownMembers(area.ownerDocument),
    options,
    // The merchant's anchor is one of the product page.
    () => {
      const anchor = product?.url ? '' : options.anchor;
      return findPlaces(area, { ...options, anchor, stockLabel }, placeholders);
    },
    () => {
      // What is offered may have changed in this very turn of the event loop.
      refresh();
      pressed = undefined;
      return product?.isIncomplete ? openTile(product) : openOffer(offered);
    },
  );

  const soldOut = (of: Product) => subscribable(of, soldOutVariants(of));

  async function openOffer(variants: readonly Variant[], chosen?: string): Promise<boolean> {
    return product !== undefined && variants.length > 0 && open(product, variants, chosen);
  }

  /** What a tile is about is found out when its button is pressed; if it cannot be, the product's page may tell. */
  async function openTile(tile: Product): Promise<boolean> {
    // The second click of a double click.
    if (asked === tile) return false;
    asked = tile;
    trigger.show(texts.sending);
    const found = await find(tile);
    asked = undefined;
    // Meanwhile the tile may be gone, or the widget.
    if (product !== tile) return false;
    trigger.show(fillIn(texts.trigger, tile));
    const variants = found ? soldOut(found) : [];
    if (found && variants.length) return open({ ...found, url: tile.url }, variants);
    location.assign(tile.url ?? '');
    return false;
  }

  /** Shows the sold-out swatches as usable, and tells whether there are entries of dropdowns that cannot be. */
  function showSoldOutOptions(
    current: Product,
    variants: readonly Variant[],
    { soldOutOptions, selection }: ProductArea,
  ): boolean {
    const found: (SoldOutSwatch & SoldOutOption)[] = [];
    let isLocked = false;
    for (const soldOutOption of soldOutOptions) {
      const { element, attributeId } = soldOutOption;
      const isEntry = element.matches('option');
      // A dropdown may have thousands of entries, of which one is enough.
      if (isEntry ? isLocked : !soldOutSwatches) continue;
      const optionId = String(soldOutOption.optionId);
      const containing = variants.filter(({ options: of }) => of[attributeId]?.id === optionId);
      const option = containing[0]?.options[attributeId]?.label;
      if (!option) continue;
      isLocked ||= isEntry;
      if (isEntry) continue;
      const wanted = { ...selection, [attributeId]: optionId };
      const [chosen, ...others] = offeredVariants(current, wanted, containing);
      found.push({
        ...soldOutOption,
        name: fillIn(texts.soldOutOption, current, containing, { '{option}': option }),
        onPress() {
          pressed = soldOutOption;
          return openOffer(containing, others.length ? undefined : chosen?.id);
        },
      });
    }
    usable = found;
    swatches.show(usable);
    return isLocked;
  }

  /** What of these is offered now, and whether the shopper's choice is complete. */
  function readOffer(current: Product, all: readonly Variant[], selection: Selection) {
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
    const { variants, isChosen } = readOffer(current, all, state.selection);
    offered = variants;
    if (!variants.length && !current.isIncomplete) {
      hideTrigger();
      return;
    }
    const chosen = isChosen ? variants[0] : undefined;
    const text = isLocked && !chosen ? texts.triggerDropdown : texts.trigger;
    trigger.show(fillIn(text, current, variants));
    hideAddToCart(options.hideAddToCart && chosen !== undefined);
    if (!trigger.button() || shownId === current.id) return;
    shownId = current.id;
    shown({ product: current, variants });
  }

  function hideTrigger(): void {
    offered = [];
    shownId = undefined;
    trigger.show(undefined);
    hideAddToCart(false);
  }

  return {
    show(state) {
      const next = state && complete(state.product);
      // There may be many tiles, and nothing about them changes.
      if (next?.url && next === product && trigger.button()?.isConnected) return;
      product = next;
      if (state && product) {
        showOffer(product, state);
      } else {
        hideTrigger();
        swatches.show([]);
      }
    },

    async open(wanted) {
      if (!product || product.isIncomplete) return false;
      const all = soldOut(product);
      if (wanted) return openOffer(all.filter(({ id }) => id === String(wanted)));
      return openOffer(offered.length ? offered : all);
    },

    button: trigger.button,

    focus() {
      const swatch = usable.find(
        ({ attributeId, optionId }) =>
          attributeId === pressed?.attributeId && optionId === pressed.optionId,
      );
      (swatch?.element ?? trigger.button())?.focus({ preventScroll: true });
    },
  };
}
