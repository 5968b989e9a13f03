import type { PageRequest } from './page-request.ts';

/** The strict Content-Security-Policy that a careful merchant enforces. */
export function securityPolicy(request: PageRequest, sandboxOrigin: string): string {
  const directives = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${sandboxOrigin}`,
    "base-uri 'self'",
    "form-action 'self'",
  ];
  // RequireJS sets `script.src` and jQuery writes innerHTML, which Trusted Types forbid whoever asks.
  const trustedTypes = ["require-trusted-types-for 'script'", 'trusted-types back-in-stock'];
  return [...directives, ...(usesRequireJs(request) ? [] : trustedTypes)].join('; ');
}

/** Under the strict policy Luma's own scripts run only where the widget is loaded by them. */
export function usesRequireJs({ way, hasStrictPolicy }: PageRequest): boolean {
  return !hasStrictPolicy || way === 'requirejs' || way === 'mage-init' || way === 'require';
}
