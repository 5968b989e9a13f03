import type { HyvaTheme } from './hyva-theme.ts';

/** What Alpine and the inline scripts of the default theme cannot do without. */
const DEFAULT_THEME = ["'unsafe-inline'", "'unsafe-eval'"];

/** The strictest Content-Security-Policy under which a theme works. */
export function hyvaSecurityPolicy(
  theme: HyvaTheme,
  hashes: readonly string[],
  sandboxOrigin: string,
): string {
  const scripts = theme === 'csp' ? hashes : DEFAULT_THEME;
  const directives = [
    "default-src 'none'",
    `script-src 'self' ${scripts.join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${sandboxOrigin}`,
    "base-uri 'self'",
    "form-action 'self'",
  ];
  return directives.join('; ');
}
