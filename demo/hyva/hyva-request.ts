import { type PageRequest, readPageRequest, type Way } from '../page/page-request.ts';

/** Hyvä's two themes: `csp` works without `unsafe-eval`, on another build of Alpine. */
export type HyvaTheme = 'default' | 'csp';

/** What a Hyvä page is to be like. */
export interface HyvaRequest extends PageRequest {
  readonly theme: HyvaTheme;
  /** Whether the price says in structured data if the product can be bought; not all of Hyvä's templates do. */
  readonly hasOffer: boolean;
}

/** The ways that need RequireJS, which no Hyvä page has. */
const WAYS_OF_LUMA: readonly Way[] = ['requirejs', 'mage-init', 'require'];

/**
 * Reads the query parameters of a Hyvä page. They are those of Luma's pages, `store=none`, which leaves the
 * store out of the widget's configuration (a merchant has to set it, for no Hyvä page tells it), and `offer=none`,
 * with which no structured data say whether the product can be bought.
 */
export function readHyvaRequest(parameters: URLSearchParams, theme: HyvaTheme): HyvaRequest {
  const request = readPageRequest(parameters);
  const store = parameters.get('store') === 'none' ? {} : { store: '1' };
  return {
    ...request,
    theme,
    hasOffer: parameters.get('offer') !== 'none',
    way: WAYS_OF_LUMA.includes(request.way) ? 'script' : request.way,
    options: { ...store, ...request.options },
  };
}

/** The name of a component in `x-data`: a call, unless Alpine may not evaluate one. */
export function component(theme: HyvaTheme, name: string): string {
  return theme === 'csp' ? name : `${name}()`;
}

/** Where a product is shown in a theme. */
export function pageAddress(page: string, theme: HyvaTheme): string {
  return theme === 'csp' ? `/hyva-csp/${page}` : `/hyva/${page}`;
}
