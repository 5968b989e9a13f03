import type { PageRequest } from '../pages/page-request.ts';
import type { HyvaTheme } from './hyva-theme.ts';

/** What a Hyvä page is to be like. */
export interface HyvaRequest extends PageRequest {
  readonly theme: HyvaTheme;
  /** Whether the price says in structured data if the product can be bought; not all of Hyvä's templates do. */
  readonly hasOffer: boolean;
}
