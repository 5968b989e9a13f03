import type { Context } from 'hono';
import { findProduct } from '../catalogue/catalogue.ts';
import type { Product } from '../catalogue/product.ts';
import type { Markup } from './markup.ts';
import { type PageRequest, readPageRequest, usesRequireJs } from './page-request.ts';

type Printed = Markup | Promise<string>;

/** How the pages of a storefront come out of their addresses. */
interface PagePrinter<Request extends PageRequest> {
  /** Throws a SyntaxError when `options` is not a JSON object. */
  read(parameters: URLSearchParams): Request;
  print(request: Request): Printed;
  /** The strict policy. It is asked for after the page is printed, because it may list the scripts in it. */
  policy(request: Request): string;
}

/** Answers with a page, under the security policy for which the address asks. */
export function answerPrinted<Request extends PageRequest>(
  context: Context,
  { read, print, policy }: PagePrinter<Request>,
): Response | Promise<Response> {
  try {
    const request = read(new URL(context.req.url).searchParams);
    const page = print(request);
    if (request.hasStrictPolicy) context.header('Content-Security-Policy', policy(request));
    return context.html(page);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return context.text(`"options" must be a JSON object: ${error.message}.`, 400);
  }
}

/** Answers with a page that has the parameters and the policy of Luma's pages. */
export function answerPage(
  context: Context,
  sandboxOrigin: string,
  print: (request: PageRequest) => Printed,
): Response | Promise<Response> {
  return answerPrinted(context, {
    read: readPageRequest,
    print,
    policy: (request) => lumaPolicy(request, sandboxOrigin),
  });
}

/** Answers with such a page for the product that the address names. */
export function answerProductPage(
  context: Context,
  sandboxOrigin: string,
  print: (product: Product, request: PageRequest) => Printed,
): Response | Promise<Response> {
  const product = findProduct(context.req.param('page'));
  if (!product) return context.text('There is no such product.', 404);
  return answerPage(context, sandboxOrigin, (request) =>
    print(renameProduct(product, request), request),
  );
}

/** The product with the name for which the request asks. */
export function renameProduct<Named extends Product>(product: Named, { name }: PageRequest): Named {
  return { ...product, name: name ?? product.name };
}

/** The strict Content-Security-Policy that a careful merchant enforces, with sources of scripts beside the shop's own. */
export function strictPolicy(sandboxOrigin: string, scriptSources: readonly string[] = []): string {
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...scriptSources].join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${sandboxOrigin}`,
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
}

function lumaPolicy(request: PageRequest, sandboxOrigin: string): string {
  const policy = strictPolicy(sandboxOrigin);
  // RequireJS sets `script.src` and jQuery writes innerHTML. Trusted Types forbid both to every script.
  if (usesRequireJs(request)) return policy;
  return `${policy}; require-trusted-types-for 'script'; trusted-types back-in-stock`;
}
