import { Window } from 'happy-dom';
import { h, render } from 'preact';
import { DEFAULT_TEXTS } from '../../src/configuration/texts.ts';
import type { Product, Variant } from '../../src/product/product.ts';
import type { Delivered } from '../../src/subscribe/outbox.ts';
import { Form } from '../../src/ui/form.tsx';
import { EMPTY_FORM, type FormEvent, reduceForm } from '../../src/ui/form-state.ts';

const variants: Variant[] = ['Medium', 'Large'].map((label, place) => ({
  id: String(place + 1),
  options: { 138: { id: label, label } },
  salable: false,
}));

const product: Product = {
  id: '13',
  name: 'Tee',
  type: 'configurable',
  attributes: [{ id: '138', code: 'size', label: 'Size' }],
  variants,
};

const { document: page } = new Window();

const nothing = () => {};

/** What a shopper sees of a result: the elements of the form, and the sentences that it has come to. */
export interface Seen {
  /** The elements by their names and attributes, as far as these are fixed. */
  readonly elements: readonly string[];
  /** What is said in the live region and at the fields. */
  readonly sentences: readonly string[];
}

/** Shows the form after this result, for a product with so many sold-out variants. */
export function showResult(result: Delivered, count: 1 | 2): Seen {
  const events: readonly FormEvent[] = [
    { name: 'opened', variants: variants.slice(0, count), fitting: variants.slice(0, 1) },
    { name: 'read', entries: { email: 'sam@example.com' } },
    { name: 'sent' },
    { name: 'answered', id: '1', result },
  ];
  const container = page.createElement('div');
  page.body.append(container);
  const parent = container as unknown as Element;
  const form = h(Form, {
    product,
    texts: DEFAULT_TEXTS,
    hasNewsletter: true,
    images: { page: '', areShown: true, broken: new Set<string>(), onBroken: nothing },
    state: events.reduce(reduceForm, EMPTY_FORM),
    dispatch: nothing,
    onSubmit: nothing,
    onStop: nothing,
    onClose: nothing,
  });
  render(form, parent);
  const seen = {
    elements: [...parent.querySelectorAll('*')].map(
      ({ tagName, attributes }) => `${tagName} ${[...attributes].map(({ name }) => name)}`,
    ),
    sentences: [...parent.querySelectorAll('[role=status], .error')]
      .map(({ textContent }) => textContent ?? '')
      .filter(Boolean),
  };
  render(null, parent);
  container.remove();
  return seen;
}

/** Whether this is one of the merchant's sentences, with the name of a field and of the product filled in. */
export function isConfigured(sentence: string): boolean {
  return SENTENCES.some((pattern) => pattern.test(sentence));
}

const SENTENCES = Object.values(DEFAULT_TEXTS).map((text) => {
  const escaped = text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(
    `^${escaped.replaceAll('{field}', '\\w*').replaceAll('{product_name}', 'Tee')}$`,
  );
});
