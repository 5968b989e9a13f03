import type { Way } from '../pages/page-request.ts';
import { readPageRequest } from '../pages/read-page-request.ts';
import type { HyvaRequest } from './hyva-request.ts';
import type { HyvaTheme } from './hyva-theme.ts';

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
