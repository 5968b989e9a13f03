import type { StoreSettings } from '../configuration/store-settings.ts';
import type { CUSTOMERS } from '../pages/page-request.ts';

/**
 * How GraphQL behaves: `empty` finds nothing, `blank` has no body, `hang` never answers, and `broken` is
 * JSON that breaks off.
 */
export const GRAPHQL_MODES = [
  'ok',
  'empty',
  'blank',
  'error',
  '500',
  'html',
  'slow',
  'hang',
  'broken',
] as const;

/** The shop as GraphQL knows it, which need not be what the page in the full-page cache shows. */
export interface ShopState {
  readonly stock: StoreSettings['stock'];
  readonly mode: (typeof GRAPHQL_MODES)[number];
  /** Whether this product has come back since the page was cached. */
  readonly isRestocked: (id: string) => boolean;
  readonly customer: (typeof CUSTOMERS)[number];
}
