// biome-ignore lint/correctness/noUnusedImports: JSX becomes calls of h.
import { type Attributes, h } from 'preact';

/**
 * Turns `[label](address)` in a merchant's text into a link if the address is a path of the shop (`/privacy`) or begins
 * with `https://`. Anything else stays text.
 *
 * @param write Returns the text to show for a part of the merchant's text.
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
        // Absolute, because a <base> of the page could lead a path to another host.
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
 * Returns the attributes that make an element contain this text and nothing else. Preact writes the text only when it
 * changes, and the writing removes all else from the element. Page translators enter open shadow roots, and replace text
 * nodes by elements of their own or put elements beside them. If Preact kept a text node instead, it would write a new
 * text into a node that has left the page.
 */
export const onlyText = (textContent: string): Attributes & { textContent: string } => ({
  textContent,
});
