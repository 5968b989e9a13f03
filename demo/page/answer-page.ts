import type { Context } from 'hono';
import type { Markup } from './page-parts.ts';
import { type PageRequest, readPageRequest } from './page-request.ts';

/** Answers with a page that is printed as the query parameters ask, under the policy they ask for. */
export async function answerPage(
  context: Context,
  sandboxOrigin: string,
  print: (request: PageRequest) => Markup | Promise<string>,
): Promise<Response> {
  try {
    const request = readPageRequest(new URL(context.req.url).searchParams);
    if (request.hasStrictPolicy) {
      context.header('Content-Security-Policy', securityPolicy(request, sandboxOrigin));
    }
    return context.html(print(request));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return context.text(`"options" must be a JSON object: ${error.message}.`, 400);
  }
}

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
