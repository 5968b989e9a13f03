import { vi } from 'vitest';
import { ACCEPTED } from './klaviyo-answers.ts';

/** What the shop was asked. */
export interface Question {
  /** As a path, where it is the shop's own. */
  readonly address: string;
  readonly init: RequestInit;
  /** What its body says. */
  readonly query: string;
  readonly variables: { readonly filter?: Record<string, { eq: string }> } | undefined;
}

type Answer = object | string | ((question: Question) => object | string | Promise<object>);

/**
 * Lets the shop's GraphQL answer in this way: JSON, a text, or what a function makes of the question. Whatever
 * else is asked for over the network is noted in the same list, with an answer of Klaviyo's that accepts.
 */
export function startShop(answer: Answer): { questions: Question[]; subscriptions: string[] } {
  const questions: Question[] = [];
  const subscriptions: string[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    if (!String(address).endsWith('/graphql')) {
      subscriptions.push(String(init.body));
      return new Response(ACCEPTED.body);
    }
    const path = String(address).replace(globalThis.location?.origin ?? '', '');
    const question = { address: path, init, ...JSON.parse(String(init.body)) };
    questions.push(question);
    const given = typeof answer === 'function' ? await answer(question) : answer;
    const body = typeof given === 'string' ? given : JSON.stringify(given);
    return new Response(body);
  });
  return { questions, subscriptions };
}

/** An answer with these products. */
export const found = (...items: readonly object[]) => ({
  data: { products: { items } },
});

/** A product that does not vary, as GraphQL describes it. */
export const foundSimple = (id: number, salable = 'OUT_OF_STOCK', name = `Product ${id}`) => ({
  type: 'SimpleProduct',
  id,
  sku: `SKU-${id}`,
  name,
  salable,
});

/** A configurable with the variants 23 (red), 24 (green) and 25 (blue); these of them are in stock. */
export const foundConfigurable = (id: number, ...inStock: readonly number[]) => ({
  type: 'ConfigurableProduct',
  id,
  sku: 'CONF-ALLOOS',
  name: 'All Out',
  salable: inStock.length ? 'IN_STOCK' : 'OUT_OF_STOCK',
  attributes: [{ id: '137', code: 't_color', label: 'Colour' }],
  variants: ['Red', 'Green', 'Blue'].map((label, index) => ({
    product: {
      id: 23 + index,
      sku: `CONF-ALLOOS-${label.toUpperCase()}`,
      name: `All Out ${label}`,
      salable: inStock.includes(23 + index) ? 'IN_STOCK' : 'OUT_OF_STOCK',
    },
    attributes: [{ code: 't_color', label, id: 4 + index }],
  })),
});
