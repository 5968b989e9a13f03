import type { Texts } from '../configuration/texts.ts';
import { variantLabel } from '../product/offer.ts';
import type { Product } from '../product/product.ts';
import type { Delivered } from '../subscribe/outbox.ts';
import { chosenVariants, type FormState } from './form-state.ts';

/**
 * Writes the result. For several variants: how many are accepted, and what is said of the others, with their labels. When
 * all have failed in the same way, that sentence alone.
 *
 * @param write Puts the values of the product into a text.
 */
export function writeResult(
  texts: Texts,
  product: Product,
  state: FormState,
  write: (text: string) => string,
): string {
  const chosen = chosenVariants(state);
  const done = chosen.filter(({ id }) => state.results[id]?.ok).length;
  const said = new Map<string, string[]>();
  for (const variant of chosen) {
    const sentence = write(resultSentence(texts, state.results[variant.id]));
    said.set(sentence, [...(said.get(sentence) ?? []), variantLabel(product, variant)]);
  }
  const [only = ''] = said.keys();
  if (!chosen[1] || (!done && said.size === 1)) return only;
  const count = write(texts.successSeveral)
    .replace('{done}', `${done}`)
    .replace('{count}', `${chosen.length}`);
  said.delete(write(texts.success));
  said.delete('');
  const others = [...said].map(([sentence, labels]) => `${labels.join(', ')}: ${sentence}`);
  return [...(done ? [count] : []), ...others].join('\n');
}

/** Returns the sentence for a result; empty when a field shows the mistake or the shopper stopped the request. */
export function resultSentence(texts: Texts, result: Delivered | undefined): string {
  if (!result) return '';
  if (result.ok) return texts.success;
  if (result.kept) return result.reason === 'offline' ? texts.keptOffline : texts.kept;
  return (texts as Texts & Partial<Record<string, string>>)[result.reason] ?? '';
}
