import type { Texts } from '../configuration/texts.ts';
import type { Result } from '../subscribe/result.ts';

/** What became of a subscription; empty when a field says it or the shopper stopped it. */
export function resultSentence(texts: Texts, result: Result): string {
  if (result.ok) return texts.success;
  return (texts as Texts & Partial<Record<string, string>>)[result.reason] ?? '';
}
