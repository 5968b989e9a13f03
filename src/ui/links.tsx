// biome-ignore lint/correctness/noUnusedImports: JSX becomes calls of h.
import { h } from 'preact';

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
