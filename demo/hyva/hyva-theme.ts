/** Hyvä's two themes: `csp` works without `unsafe-eval`, on another build of Alpine. */
export type HyvaTheme = 'default' | 'csp';
