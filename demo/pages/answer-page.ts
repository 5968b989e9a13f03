import type { Context } from 'hono';
import type { Markup } from './markup.ts';
import type { PageRequest } from './page-request.ts';
import { readPageRequest } from './read-page-request.ts';
import { securityPolicy } from './security-policy.ts';

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
