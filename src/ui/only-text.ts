import type { Attributes } from 'preact';

/**
 * What makes an element hold this text and nothing else. Preact writes it only when it is another text than before, and
 * writing it takes away all that is inside. Page translators, which enter open shadow roots, put elements of their own in
 * the place of text nodes or beside them: where Preact held the text node, a new text would be written into one that is
 * gone from the page.
 */
export const onlyText = (textContent: string): Attributes & { textContent: string } => ({
  textContent,
});
