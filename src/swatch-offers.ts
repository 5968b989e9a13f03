import type { StartSettings } from './configuration/start-settings.ts';
import type { SoldOutOption } from './page/adapter.ts';
import { fillIn } from './product/offer.ts';
import type { ChosenOffer, Offer, Selection } from './product/product.ts';

// What the sold-out swatches of an area offer.

/** A sold-out swatch that is to become usable, and the offer that its press opens. */
export interface SwatchOffer extends SoldOutOption {
  /** The name that screen readers read out. */
  readonly name: string;
  readonly offer: ChosenOffer;
}

/**
 * Returns the swatches whose option has variants to offer. A press on one offers all of these variants, and
 * points at what fits the selection. The sold-out entries of a dropdown cannot be made usable.
 *
 * @param offer The product, and all its sold-out variants.
 */
export function listSwatchOffers(
  soldOutOptions: Iterable<SoldOutOption>,
  { product, variants: all }: Offer,
  selection: Selection,
  { soldOutSwatches, texts }: StartSettings,
): readonly SwatchOffer[] {
  const swatches: SwatchOffer[] = [];
  for (const { element, attributeId, optionId: id } of soldOutOptions) {
    if (!soldOutSwatches || element.matches('option')) continue;
    const optionId = String(id);
    const variants = all.filter(({ options }) => options[attributeId]?.id === optionId);
    const label = variants[0]?.options[attributeId]?.label;
    if (!label) continue;
    swatches.push({
      element,
      attributeId,
      optionId,
      name: fillIn(`${texts.soldOutOption}`, product, variants, { '{option}': label }),
      offer: { product, variants, selection: { ...selection, [attributeId]: optionId } },
    });
  }
  return swatches;
}
