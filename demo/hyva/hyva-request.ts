import type { PageRequest } from '../pages/page-request.ts';
import type { HyvaTheme } from './hyva-theme.ts';

/** What a Hyvä page is to be like. */
export interface HyvaRequest extends PageRequest {
  readonly theme: HyvaTheme;
}
