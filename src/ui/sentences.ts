import type { Texts } from '../configuration/texts.ts';
import type { Delivered } from '../subscribe/outbox.ts';

/** What became of a subscription; empty when a field says it or the shopper stopped it. */
export function resultSentence(texts: Texts, result: Delivered): string {
  if (result.ok) return texts.success;
  if (result.kept) return result.reason === 'offline' ? texts.keptOffline : texts.kept;
  return (texts as Texts & Partial<Record<string, string>>)[result.reason] ?? '';
}
