import type { HyvaTheme } from './hyva-theme.ts';

/** The name of a component in `x-data`: a call, unless Alpine may not evaluate one. */
export function component(theme: HyvaTheme, name: string): string {
  return theme === 'csp' ? name : `${name}()`;
}
