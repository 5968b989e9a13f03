import type { HyvaTheme } from './hyva-theme.ts';

/** Where a product is shown in a theme. */
export function pageAddress(page: string, theme: HyvaTheme): string {
  return theme === 'csp' ? `/hyva-csp/${page}` : `/hyva/${page}`;
}
