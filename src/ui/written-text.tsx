// biome-ignore lint/correctness/noUnusedImports: JSX becomes calls of h.
import { type Attributes, h } from 'preact';
import type { Texts } from '../configuration/texts.ts';
import type { Delivered } from '../subscribe/outbox.ts';

/**
 * Makes links of `[label](address)` in a merchant's text; the address is one of the shop (`/privacy`) or begins with
 * `https://`. Anything else stays text.
 *
 * @param write Makes what is shown of a part of the text.
 */
export function withLinks(text: string, write: (part: string) => string) {
  // Split by a pattern with two groups: text, label, address, text, …
  return text
    .split(/\[([^\]]+)\]\((https:\/\/[^\s)]+|\/(?![/\\])[^\s)]*)\)/)
    .map((part, index, parts) => {
      if (index % 3 === 2) return '';
      if (index % 3 === 0) return write(part);
      const address = parts[index + 1] ?? '';
      return (
        // A <base> of the page would lead to another host.
        <a
          href={address.startsWith('/') ? location.origin + address : address}
          target="_blank"
          rel="noopener"
        >
          {write(part)}
        </a>
      );
    });
}

/**
 * What makes an element hold this text and nothing else. Preact writes it only when it is another text than before, and
 * writing it takes away all that is inside. Page translators, which enter open shadow roots, put elements of their own in
 * the place of text nodes or beside them: where Preact held the text node, a new text would be written into one that is
 * gone from the page.
 */
export const onlyText = (textContent: string): Attributes & { textContent: string } => ({
  textContent,
});

/** What became of a subscription; empty when a field says it or the shopper stopped it. */
export function resultSentence(texts: Texts, result: Delivered): string {
  if (result.ok) return texts.success;
  if (result.kept) return result.reason === 'offline' ? texts.keptOffline : texts.kept;
  return (texts as Texts & Partial<Record<string, string>>)[result.reason] ?? '';
}
