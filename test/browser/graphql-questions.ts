import type { Page } from '@playwright/test';

/** A question to the shop's GraphQL. */
export interface Question {
  readonly method: string;
  /** Where it was sent, with the query of the address. */
  readonly url: string;
  /** The header `Store`; undefined when there is none. */
  readonly store: string | undefined;
  readonly query: string;
  readonly variables: unknown;
}

/** Keeps every question from here on. */
export function recordQuestions(page: Page): readonly Question[] {
  const questions: Question[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname !== '/graphql') return;
    const { query, variables } = request.postDataJSON();
    questions.push({
      method: request.method(),
      url: request.url(),
      store: request.headers().store,
      query,
      variables,
    });
  });
  return questions;
}
