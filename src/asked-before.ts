import { guard } from './guard.ts';
import type { ProductArea } from './page/product-page.ts';
import { findStore } from './page/visit.ts';
import { catalogueId } from './product/offer.ts';
import type { Product, Variant } from './product/product.ts';
import type { SessionState } from './session.ts';
import { forgetAsked, nameOf, readAsked } from './subscribe/asked.ts';

// What the shopper has asked for before in this browser, as the page's products are named there.

/** Reads what was asked for, and forgets what these products have in stock again. */
export function readAskedBefore(session: SessionState, areas: readonly ProductArea[]): void {
  if (!areas[0]) return;
  session.asked = readAsked(+session.settings.rememberDays);
  for (const { product } of areas) forgetRestocked(session, product, areas);
}

/** Whether a shopper has asked for all of these variants. */
export function isAskedBefore(
  session: SessionState,
  product: Product,
  variants: readonly Variant[],
): boolean {
  const { asked } = session;
  if (!asked.size || !variants[0]) return false;
  return nameAll(session, product, variants, session.areas).every((name) => asked.has(name));
}

/** Forgets what can be bought again: Klaviyo ends a subscription as soon as it has written to the shopper. */
export function forgetRestocked(
  session: SessionState,
  product: Product,
  areas: readonly ProductArea[] = session.areas,
): void {
  const { asked, compared } = session;
  if (!asked.size || compared.has(product)) return;
  compared.add(product);
  const salable = product.variants.filter((variant) => variant.salable);
  forgetAsked(asked, nameAll(session, product, salable, areas));
}

/** Returns the names under which variants are remembered. */
function nameAll(
  { settings: { store, variantId } }: SessionState,
  product: Product,
  variants: readonly Variant[],
  areas: readonly ProductArea[],
): readonly string[] {
  const view = findStore(store, [{ product }, ...areas]);
  return variants.map((variant) =>
    nameOf(view, guard(catalogueId)(product, variant, variantId ?? 'id')),
  );
}
